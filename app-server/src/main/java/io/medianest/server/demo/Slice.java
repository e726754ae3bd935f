package io.medianest.server.demo;

import java.util.List;

/// One page out of a list.
///
/// @param number from 1
/// @param total how many items there are on all pages
record Slice<T>(int number, int size, int total, List<T> items) {

    static <T> Slice<T> page(List<T> all, int number, int size) {
        return new Slice<>(number, size, all.size(), part(all, (long) (number - 1) * size, size));
    }

    /// @param skip how many items to leave out at the start
    static <T> Slice<T> skipping(List<T> all, int skip, int take) {
        return new Slice<>(take == 0 ? 1 : skip / take + 1, take, all.size(), part(all, skip, take));
    }

    int pages() {
        return size == 0 ? 0 : (total + size - 1) / size;
    }

    private static <T> List<T> part(List<T> all, long from, int size) {
        return all.stream().skip(Math.max(0, from)).limit(Math.max(0, size)).toList();
    }
}
