@NullMarked
package io.medianest.desktop.settings;

import org.jspecify.annotations.NullMarked;
