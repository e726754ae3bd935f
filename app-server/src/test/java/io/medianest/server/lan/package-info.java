/// Tests of being found in the house.
@NullMarked
package io.medianest.server.lan;

import org.jspecify.annotations.NullMarked;
