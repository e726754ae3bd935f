/// How the outside services are doing.
@NullMarked
package io.medianest.model.status;

import org.jspecify.annotations.NullMarked;
