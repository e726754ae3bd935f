/// The program's window and the server that runs behind it.
@NullMarked
package io.medianest.desktop;

import org.jspecify.annotations.NullMarked;
