@NullMarked
package io.medianest.server.courier;

import org.jspecify.annotations.NullMarked;
