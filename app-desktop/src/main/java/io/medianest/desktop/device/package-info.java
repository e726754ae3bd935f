/// Bringing other devices here: where the server is, and a code that lets a phone in.
@NullMarked
package io.medianest.desktop.device;

import org.jspecify.annotations.NullMarked;
