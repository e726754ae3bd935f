/// The Movie Database, API version 3, and its pictures.
///
/// Its pages hold 20 entries, people among them unless a typed list is asked for; pages after the 500th are
/// an error; dates may be empty text. This product uses the TMDB API but is not endorsed or certified by
/// TMDB.
@NullMarked
package io.medianest.server.tmdb;

import org.jspecify.annotations.NullMarked;
