@NullMarked
package io.medianest.server.ytdlp;

import org.jspecify.annotations.NullMarked;
