/// Plex: the media server of the household and the sign-in at plex.tv.
///
/// Both answer XML unless JSON is asked for, know a program by headers that must stay the same, and write
/// numbers and truth values now as such, now as text. Times are seconds since 1970, durations milliseconds.
@NullMarked
package io.medianest.server.plex;

import org.jspecify.annotations.NullMarked;
