package io.medianest.server.request;

import io.medianest.model.request.MediaRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The program that fetches what was asked for, such as Overseerr. Calls block and throw
/// [io.medianest.server.platform.MediaNestException] when it cannot be reached.
public interface RequestBackend {
    /// Without one, the admin decides and the library tells when a title has come.
    boolean isConfigured();

    /// The name of the service that is known not to answer just now; null where it may.
    default @Nullable String absent() {
        return null;
    }

    /// Whether it can act in somebody's name.
    boolean knows(String plexId);

    /// Hands a request over. An upstream duplicate counts as handed over, since delivery is at least once; where that
    /// one has failed, it is tried again.
    ///
    /// @param plexId of the person who asked, to act in their name; in the owner's where it does not know
    ///     them
    Submission submit(MediaRequest request, @Nullable String plexId);

    /// The states of the given requests, by the number that each has upstream, as far as one look at all that is there
    /// tells them. [#state] tells what became of those that are missing.
    Map<String, UpstreamState> states(Collection<MediaRequest> requests);

    /// The state of one; empty when it is gone there, and when its number belongs to another title by now, as it does
    /// once the backend was set up anew.
    Optional<UpstreamState> state(MediaRequest request);

    /// Says yes to it in the admin's name.
    ///
    /// @return how it is then; empty when it is gone there, in the same cases as [#state]
    Optional<UpstreamState> approve(MediaRequest request);

    /// Says no to it in the admin's name.
    ///
    /// @return as [#approve]
    Optional<UpstreamState> decline(MediaRequest request);

    /// What became of a submission.
    sealed interface Submission {
        /// @param upstreamId null when it was there already and cannot be told from others
        record Taken(@Nullable String upstreamId, UpstreamState state) implements Submission {}

        /// No repetition can help.
        record Refused(String reason) implements Submission {}
    }

    /// A request as the backend sees it.
    ///
    /// @param available the title can be watched
    /// @param downloading bytes are on their way
    /// @param percent of them that have arrived, 0 to 100; null when unknown
    record UpstreamState(
            Decision decision,
            boolean available,
            boolean downloading,
            @Nullable Integer percent) {
        /// What the backend's admin said.
        public enum Decision {
            PENDING,
            APPROVED,
            DECLINED,
            FAILED,
            UNKNOWN
        }
    }
}
