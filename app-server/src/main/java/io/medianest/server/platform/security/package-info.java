/// Who is calling and what they may: callers, CSRF, rate limits, secrets.
@NullMarked
package io.medianest.server.platform.security;

import org.jspecify.annotations.NullMarked;
