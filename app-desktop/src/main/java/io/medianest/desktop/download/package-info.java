/// Videos: looking at what is behind an address, asking for it, and the queue of what is on its way.
@NullMarked
package io.medianest.desktop.download;

import org.jspecify.annotations.NullMarked;
