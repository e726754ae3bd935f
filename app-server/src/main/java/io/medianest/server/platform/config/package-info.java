/// Typed settings of the program.
@NullMarked
package io.medianest.server.platform.config;

import org.jspecify.annotations.NullMarked;
