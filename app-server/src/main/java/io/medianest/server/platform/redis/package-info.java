/// What several servers share through Redis. Without it each of them goes on by itself.
@NullMarked
package io.medianest.server.platform.redis;

import org.jspecify.annotations.NullMarked;
