/// Tests of servers that share a database.
@NullMarked
package io.medianest.server.platform.node;

import org.jspecify.annotations.NullMarked;
