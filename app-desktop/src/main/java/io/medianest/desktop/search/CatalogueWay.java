package io.medianest.desktop.search;

import javafx.beans.value.ObservableValue;

/// How a catalogue comes to be where there is none.
///
/// @param mine whether it is up to who is signed in
/// @param go leads to where that is done
public record CatalogueWay(ObservableValue<Boolean> mine, Runnable go) {}
