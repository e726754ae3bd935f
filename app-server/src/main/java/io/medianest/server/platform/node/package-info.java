/// The servers that work on one database: which there are, and which of them does what only one may do.
@NullMarked
package io.medianest.server.platform.node;

import org.jspecify.annotations.NullMarked;
