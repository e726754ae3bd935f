@NullMarked
package io.medianest.desktop.update;

import org.jspecify.annotations.NullMarked;
