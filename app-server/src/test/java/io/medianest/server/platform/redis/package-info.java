@NullMarked
package io.medianest.server.platform.redis;

import org.jspecify.annotations.NullMarked;
