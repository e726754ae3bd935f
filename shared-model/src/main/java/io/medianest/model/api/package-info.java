/// The frame that every reply shares: envelope, pages, error codes, and how JSON is read and written.
@NullMarked
package io.medianest.model.api;

import org.jspecify.annotations.NullMarked;
