@NullMarked
package io.medianest.server.account;

import org.jspecify.annotations.NullMarked;
