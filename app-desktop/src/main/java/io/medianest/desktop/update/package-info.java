/// Tells that there is a newer version of this program. It never installs one.
@NullMarked
package io.medianest.desktop.update;

import org.jspecify.annotations.NullMarked;
