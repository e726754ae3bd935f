/// Being found in the house, and finding: what the server says of itself, that it says so on the network, and which
/// services it hears there.
@NullMarked
package io.medianest.server.lan;

import org.jspecify.annotations.NullMarked;
