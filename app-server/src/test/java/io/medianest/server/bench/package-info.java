/// Measurements, run on demand: `./mvnw -Pbench -pl shared-model,app-server test`.
@NullMarked
package io.medianest.server.bench;

import org.jspecify.annotations.NullMarked;
