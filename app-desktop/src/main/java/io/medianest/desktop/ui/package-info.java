/// What all screens are made of: threads, looks, words and controls. Knows no screen.
@NullMarked
package io.medianest.desktop.ui;

import org.jspecify.annotations.NullMarked;
