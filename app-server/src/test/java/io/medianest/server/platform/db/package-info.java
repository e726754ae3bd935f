@NullMarked
package io.medianest.server.platform.db;

import org.jspecify.annotations.NullMarked;
