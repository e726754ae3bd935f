/// Correlation ids: one name for all that a request causes.
@NullMarked
package io.medianest.server.platform.observe;

import org.jspecify.annotations.NullMarked;
