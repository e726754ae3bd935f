/// The MediaNest server: start it, stop it, configure it.
@NullMarked
package io.medianest.server;

import org.jspecify.annotations.NullMarked;
