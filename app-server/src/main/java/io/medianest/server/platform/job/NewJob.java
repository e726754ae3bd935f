package io.medianest.server.platform.job;

/// Work to be done soon and at least once, even if the program dies before.
///
/// @param kind names its [JobHandler]; never renamed, since rows with it may be waiting
/// @param subject what it is about, for example the id of a request; given to the handler
public record NewJob(String kind, String subject) {}
