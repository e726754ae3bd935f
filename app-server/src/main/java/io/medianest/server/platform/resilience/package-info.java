/// Calls to outside services that fail quickly, politely and in our own words: HTTP with limits, budgets,
/// breakers.
@NullMarked
package io.medianest.server.platform.resilience;

import org.jspecify.annotations.NullMarked;
