package io.medianest.server.overseerr;

/// What became of a request that was sent to Overseerr.
public sealed interface Submission {
    /// It was created.
    record Accepted(UpstreamRequest request) implements Submission {}

    /// There is one already, perhaps from an earlier attempt of ours whose reply was lost.
    record AlreadyThere() implements Submission {}

    /// It created nothing, since each season is requested or there already: perhaps by an earlier attempt of ours
    /// whose reply was lost. What a second request for a film is answered with is [AlreadyThere].
    ///
    /// @param reason in Overseerr's words
    record NothingLeft(String reason) implements Submission {}

    /// Overseerr will not: a quota, a permission or a block list.
    ///
    /// @param reason in Overseerr's words
    record Refused(String reason) implements Submission {}
}
