/// Requests for titles: who may ask, once only, and what happens then.
///
/// [io.medianest.server.request.MediaRequests] holds what people do, [io.medianest.server.request.RequestProgress] what
/// the outside world reports; both change rows only through [io.medianest.server.request.RequestLedger].
@NullMarked
package io.medianest.server.request;

import org.jspecify.annotations.NullMarked;
