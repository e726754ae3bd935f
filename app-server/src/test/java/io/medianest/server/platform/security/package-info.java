@NullMarked
package io.medianest.server.platform.security;

import org.jspecify.annotations.NullMarked;
