/// Tests of how services are watched over.
@NullMarked
package io.medianest.server.dashboard;

import org.jspecify.annotations.NullMarked;
