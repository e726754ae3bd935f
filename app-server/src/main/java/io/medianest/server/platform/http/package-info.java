/// The one way from HTTP to a rule and back: routes with their access, exchanges, envelopes, errors.
@NullMarked
package io.medianest.server.platform.http;

import org.jspecify.annotations.NullMarked;
