/// Tests of what clients hear.
@NullMarked
package io.medianest.server.live;

import org.jspecify.annotations.NullMarked;
