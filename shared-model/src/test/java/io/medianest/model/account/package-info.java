@NullMarked
package io.medianest.model.account;

import org.jspecify.annotations.NullMarked;
