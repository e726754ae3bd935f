/// What the household can watch: the libraries of Plex.
@NullMarked
package io.medianest.desktop.library;

import org.jspecify.annotations.NullMarked;
