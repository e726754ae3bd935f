package io.medianest.desktop.library;

/// What a person chose to see.
///
/// @param query empty when nothing is searched for
record Choice(Shelf shelf, Sort sort, Which which, String query) {}
