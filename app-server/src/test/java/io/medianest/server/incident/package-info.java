/// Tests of incidents.
@NullMarked
package io.medianest.server.incident;

import org.jspecify.annotations.NullMarked;
