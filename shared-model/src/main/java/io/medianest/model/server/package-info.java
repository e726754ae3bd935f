/// What a server says of itself to whoever finds it.
@NullMarked
package io.medianest.model.server;

import org.jspecify.annotations.NullMarked;
