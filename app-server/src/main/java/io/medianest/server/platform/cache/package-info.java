/// Copies of what outside services said, fresh or, when they are down, stale.
@NullMarked
package io.medianest.server.platform.cache;

import org.jspecify.annotations.NullMarked;
