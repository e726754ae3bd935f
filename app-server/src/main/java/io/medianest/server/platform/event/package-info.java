/// How features tell each other and the clients what changed.
@NullMarked
package io.medianest.server.platform.event;

import org.jspecify.annotations.NullMarked;
