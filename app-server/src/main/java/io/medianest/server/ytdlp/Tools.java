package io.medianest.server.ytdlp;

import java.util.Optional;

/// The programs that downloads need; empty where one is not installed.
public record Tools(Optional<Tool> ytDlp, Optional<Tool> ffmpeg) {}
