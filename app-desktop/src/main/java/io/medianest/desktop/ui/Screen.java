package io.medianest.desktop.ui;

import io.medianest.desktop.api.ApiException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a screen has to show: always exactly one of these.
public sealed interface Screen<T> {
    /// Nothing yet; a skeleton is shown.
    record Loading<T>() implements Screen<T> {}

    /// There is nothing; the screen says what to do next.
    record Empty<T>() implements Screen<T> {}

    /// It could not be read, and there is no copy.
    record Failed<T>(ApiException problem) implements Screen<T> {}

    /// It has been read.
    ///
    /// @param stale present when `value` is a copy, since it cannot be read afresh just now
    record Content<T>(T value, @Nullable Stale stale) implements Screen<T> {}

    static <T> Screen<T> loading() {
        return new Loading<>();
    }

    static <T> Screen<T> empty() {
        return new Empty<>();
    }

    static <T> Screen<T> failed(ApiException problem) {
        return new Failed<>(problem);
    }

    static <T> Screen<T> of(T value) {
        return new Content<>(value, null);
    }

    static <T> Screen<T> copy(T value, Stale stale) {
        return new Content<>(value, stale);
    }

    /// What to show after a failed reading: the content there was, marked as a copy, or else the failure.
    ///
    /// @param since when the content there was had been read
    default Screen<T> afterFailure(ApiException problem, Instant since) {
        return switch (this) {
            case Content<T>(T value, @Nullable Stale stale) ->
                new Content<>(value, stale == null ? new Stale(since) : stale);
            case Loading<T> _, Empty<T> _, Failed<T> _ -> failed(problem);
        };
    }

    /// The same without a word of its age, where another part of the page has that.
    default Screen<T> ageless() {
        return this instanceof Content<T>(T value, var _) ? of(value) : this;
    }

    /// What to show while it is read again: the content there is, or else a skeleton.
    default Screen<T> whileReading() {
        return this instanceof Content<T> ? this : loading();
    }
}
