package io.medianest.model.api;

/// Which page is asked for.
///
/// @param page counted from 1
/// @param limit items a page, 1 to 100
public record PageQuery(int page, int limit) {
    public static final int MAX_LIMIT = 100;

    public long offset() {
        return (page - 1L) * limit;
    }
}
