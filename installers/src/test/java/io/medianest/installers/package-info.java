@NullMarked
package io.medianest.installers;

import org.jspecify.annotations.NullMarked;
