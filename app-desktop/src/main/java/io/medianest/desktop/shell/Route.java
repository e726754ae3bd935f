package io.medianest.desktop.shell;

import io.medianest.model.media.TitleKey;
import org.jspecify.annotations.Nullable;

/// A place in the window.
public sealed interface Route {
    record Home() implements Route {}

    /// What is searched for stands in the field at the top.
    record Search() implements Route {}

    record Details(TitleKey title) implements Route {}

    /// The list of requests.
    ///
    /// @param requestId the request to point at, if it is about one
    record Requests(@Nullable String requestId) implements Route {}

    /// The downloads.
    ///
    /// @param downloadId the download to point at, if it is about one
    record Downloads(@Nullable String downloadId) implements Route {}

    /// What can be watched.
    ///
    /// @param section the part of the library to look at; all of it when absent
    record Library(@Nullable String section) implements Route {}

    record Status() implements Route {}

    record Notifications() implements Route {}

    record Settings() implements Route {}

    /// The first steps.
    record Setup() implements Route {}
}
