/// What holds for the whole program.
@NullMarked
package io.medianest;

import org.jspecify.annotations.NullMarked;
