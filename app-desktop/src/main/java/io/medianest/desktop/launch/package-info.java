/// Starts the server inside this process.
@NullMarked
package io.medianest.desktop.launch;

import org.jspecify.annotations.NullMarked;
