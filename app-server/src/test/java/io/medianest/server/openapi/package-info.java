/// The document of the API, held against what travels.
@NullMarked
package io.medianest.server.openapi;

import org.jspecify.annotations.NullMarked;
