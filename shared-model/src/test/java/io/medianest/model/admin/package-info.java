@NullMarked
package io.medianest.model.admin;

import org.jspecify.annotations.NullMarked;
