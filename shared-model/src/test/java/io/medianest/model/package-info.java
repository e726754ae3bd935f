/// Tests of what travels.
@NullMarked
package io.medianest.model;

import org.jspecify.annotations.NullMarked;
