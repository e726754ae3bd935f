@NullMarked
package io.medianest.server.platform.observe;

import org.jspecify.annotations.NullMarked;
