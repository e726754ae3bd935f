/// Requests on the real database and the real job queue, with a backend that does as it is told.
@NullMarked
package io.medianest.server.request;

import org.jspecify.annotations.NullMarked;
