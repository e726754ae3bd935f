/// The first steps of whoever starts this program anew: the services, where downloads go, the other devices.
@NullMarked
package io.medianest.desktop.setup;

import org.jspecify.annotations.NullMarked;
