/// What several servers of one household tell each other beside what is in their database.
@NullMarked
package io.medianest.server.platform.link;

import org.jspecify.annotations.NullMarked;
