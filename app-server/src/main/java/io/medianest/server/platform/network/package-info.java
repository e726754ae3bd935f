/// What this machine is called, and where it is on the network.
@NullMarked
package io.medianest.server.platform.network;

import org.jspecify.annotations.NullMarked;
