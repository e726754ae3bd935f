package io.medianest.desktop.api;

/// Where the bytes of posters and portraits come from. Blocks; thread-safe; an interrupt ends the wait.
@FunctionalInterface
public interface PictureSource {
    /// Reads the whole picture.
    ///
    /// @param address as the server gave it: relative to the server, or absolute
    /// @throws ApiException when there is no such picture or no answer
    byte[] fetch(String address);
}
