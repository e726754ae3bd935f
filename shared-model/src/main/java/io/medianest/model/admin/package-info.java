/// What the keeper of a server sees of it.
@NullMarked
package io.medianest.model.admin;

import org.jspecify.annotations.NullMarked;
