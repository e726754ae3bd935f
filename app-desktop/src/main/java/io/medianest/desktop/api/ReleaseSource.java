package io.medianest.desktop.api;

/// Knows the newest version of this program.
@FunctionalInterface
public interface ReleaseSource {
    /// Blocks for a few seconds at most.
    ///
    /// @param address of a small JSON
    /// @throws ApiException when it cannot be had or makes no sense
    Release newest(String address);
}
