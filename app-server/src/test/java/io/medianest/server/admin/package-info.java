@NullMarked
package io.medianest.server.admin;

import org.jspecify.annotations.NullMarked;
