/// The API's own description, and the page that shows it.
@NullMarked
package io.medianest.server.openapi;

import org.jspecify.annotations.NullMarked;
