/// Tests of the screen of downloads.
@NullMarked
package io.medianest.desktop.download;

import org.jspecify.annotations.NullMarked;
