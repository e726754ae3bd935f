/// Tests of what this machine is called and where it is.
@NullMarked
package io.medianest.server.platform.network;

import org.jspecify.annotations.NullMarked;
