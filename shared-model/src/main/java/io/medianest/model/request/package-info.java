/// Requests for titles and their life cycle.
@NullMarked
package io.medianest.model.request;

import org.jspecify.annotations.NullMarked;
