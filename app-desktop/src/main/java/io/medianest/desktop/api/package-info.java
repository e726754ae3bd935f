/// How the window talks to the server: calls, events and the bytes of pictures. The same API that every device uses.
@NullMarked
package io.medianest.desktop.api;

import org.jspecify.annotations.NullMarked;
