/// Draws the demo's posters, backdrops and portraits, so that no picture has to be shipped or fetched.
@NullMarked
package io.medianest.server.demo.art;

import org.jspecify.annotations.NullMarked;
