/// People, sessions and the ways to sign in.
@NullMarked
package io.medianest.model.account;

import org.jspecify.annotations.NullMarked;
