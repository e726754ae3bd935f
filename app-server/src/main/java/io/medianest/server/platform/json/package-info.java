/// Reading the JSON of others, who may leave out, rename and mistype.
@NullMarked
package io.medianest.server.platform.json;

import org.jspecify.annotations.NullMarked;
