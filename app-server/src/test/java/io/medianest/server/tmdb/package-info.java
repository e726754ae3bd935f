@NullMarked
package io.medianest.server.tmdb;

import org.jspecify.annotations.NullMarked;
