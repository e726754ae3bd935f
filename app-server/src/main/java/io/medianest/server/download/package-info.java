/// Downloads of videos and playlists: who may have what, whose turn it is, and what becomes of it.
///
/// [io.medianest.server.download.Downloads] and [io.medianest.server.download.DownloadControl] hold what
/// people do, [io.medianest.server.download.DownloadQueue] runs what is due, and
/// [io.medianest.server.download.DownloadOutcomes] notes what came of it. All change rows only through
/// [io.medianest.server.download.DownloadLedger]. The queue is the table: memory holds no more than what is
/// running.
@NullMarked
package io.medianest.server.download;

import org.jspecify.annotations.NullMarked;
