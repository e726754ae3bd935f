package io.medianest.model.admin;

/// How an outside service is asked, as it is set, and how much it is asked just now. Times are seconds.
///
/// @param openFor how long nothing is asked once it has failed too often
/// @param trials so many calls must succeed afterwards
/// @param attempts at a call that may be repeated
/// @param concurrent calls at the same time at most
/// @param running calls at this moment
/// @param rate calls in a time at most, for example `50/1s`
public record CallNumbers(
        double connectTimeout,
        double readTimeout,
        double openFor,
        int trials,
        int attempts,
        int concurrent,
        int running,
        String rate) {}
