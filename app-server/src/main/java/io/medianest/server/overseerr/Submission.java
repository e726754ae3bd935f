package io.medianest.server.overseerr;

/// What became of a request that was sent to Overseerr.
public sealed interface Submission {
    /// It was created.
    record Accepted(UpstreamRequest request) implements Submission {}

    /// There is one already, perhaps from an earlier attempt of ours whose reply was lost.
    record AlreadyThere() implements Submission {}

    /// Overseerr will not: a quota, a permission, a block list, or nothing left to request.
    ///
    /// @param reason in Overseerr's words
    record Refused(String reason) implements Submission {}
}
