/// Work that must not be lost: the job table, its runner, and recurring work.
@NullMarked
package io.medianest.server.platform.job;

import org.jspecify.annotations.NullMarked;
