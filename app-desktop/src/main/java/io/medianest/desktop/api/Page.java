package io.medianest.desktop.api;

/// Which piece of a long list is asked for.
///
/// @param number counted from 1
/// @param limit items a page, at most 100
public record Page(int number, int limit) {
    public static Page first(int limit) {
        return new Page(1, limit);
    }
}
