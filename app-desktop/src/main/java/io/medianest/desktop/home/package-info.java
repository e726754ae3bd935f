/// The first screen: what is going on, at a glance.
@NullMarked
package io.medianest.desktop.home;

import org.jspecify.annotations.NullMarked;
