/// Tests of the frame around all routes.
@NullMarked
package io.medianest.server.platform.http;

import org.jspecify.annotations.NullMarked;
