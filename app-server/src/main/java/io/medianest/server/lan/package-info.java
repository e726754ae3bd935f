/// Being found in the house: what the server says of itself, and that it says so on the network.
@NullMarked
package io.medianest.server.lan;

import org.jspecify.annotations.NullMarked;
