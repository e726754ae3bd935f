@NullMarked
package io.medianest.desktop.setup;

import org.jspecify.annotations.NullMarked;
