/// Tests of what a server says of itself.
@NullMarked
package io.medianest.model.server;

import org.jspecify.annotations.NullMarked;
