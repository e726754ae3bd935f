/// What the keeper of a server needs to look after it: failed work, circuit breakers, figures, backups.
@NullMarked
package io.medianest.server.admin;

import org.jspecify.annotations.NullMarked;
