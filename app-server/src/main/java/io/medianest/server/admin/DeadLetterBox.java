package io.medianest.server.admin;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.DeadLetterPage;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.job.FailedWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// All that has failed for good, of whatever sort, as one list. Thread-safe.
///
/// @param sorts of work, each with ids of its own
record DeadLetterBox(List<FailedWork> sorts) {
    DeadLetterBox {
        sorts = List.copyOf(sorts);
    }

    /// How much has failed, by the name of its sort.
    Map<String, Long> counts() {
        return sorts.stream().collect(Collectors.toMap(FailedWork::name, FailedWork::count));
    }

    /// The latest first.
    DeadLetterPage page(PageQuery query) {
        long total = sorts.stream().mapToLong(FailedWork::count).sum();
        return new DeadLetterPage(
                query.offset() < total ? letters((int) query.offset(), query.limit()) : List.of(),
                Pagination.of(query, total));
    }

    /// The times tell how much of each sort is on a page and how much before it, so that only what is shown is read.
    private List<DeadLetter> letters(int before, int shown) {
        var inOrder = sorts.stream()
                .flatMap(sort -> sort.times(before + shown).stream().map(at -> new Failure(sort, at)))
                .sorted(Comparator.comparing(Failure::at).reversed())
                .limit((long) before + shown)
                .map(Failure::sort)
                .toList();
        var passed = inOrder.subList(0, Math.min(before, inOrder.size()));
        var page = inOrder.subList(passed.size(), inOrder.size());
        var letters = new ArrayList<DeadLetter>();
        for (var sort : sorts) {
            int here = count(page, sort);
            if (here > 0) {
                letters.addAll(sort.letters(here, count(passed, sort)));
            }
        }
        letters.sort(Comparator.comparing(DeadLetter::failedAt).reversed());
        return letters;
    }

    private static int count(List<FailedWork> all, FailedWork sort) {
        return Collections.frequency(all, sort);
    }

    /// Has one done again.
    ///
    /// @throws MediaNestException `NOT_FOUND`, or what speaks against it
    void retry(String id, String by) {
        owner(id).retry(id, by);
    }

    /// @return how much is done again
    int retryAll(String by) {
        return all(sort -> sort.retryAll(by));
    }

    /// Gives one up.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    void discard(String id) {
        owner(id).discard(id);
    }

    /// @return how much there was
    int discardAll() {
        return all(FailedWork::discardAll);
    }

    private int all(ToIntFunction<FailedWork> decision) {
        return sorts.stream().mapToInt(decision).sum();
    }

    private FailedWork owner(String id) {
        return sorts.stream()
                .filter(sort -> sort.isOurs(id))
                .findFirst()
                .orElseThrow(
                        () -> new MediaNestException(ErrorCode.NOT_FOUND, "There is no failed work of that id", id));
    }

    private record Failure(FailedWork sort, Instant at) {}
}
