package io.medianest.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.job.FailedWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadLetterBoxTest {
    private final Pile odd = new Pile("odd", 1, 3, 5, 7);
    private final Pile even = new Pile("even", 2, 4, 100);
    private final DeadLetterBox box = new DeadLetterBox(List.of(odd, even));

    private List<String> page(int page, int size) {
        return box.page(new PageQuery(page, size)).deadLetters().stream()
                .map(DeadLetter::id)
                .toList();
    }

    @Test
    @DisplayName("of all sorts one list is made, the latest first, whatever the pages")
    void merged() {
        var all = List.of("even-100", "odd-7", "odd-5", "even-4", "odd-3", "even-2", "odd-1");
        for (int size : List.of(1, 2, 3, 5, 7, 50)) {
            assertThat(IntStream.rangeClosed(1, 8)
                            .mapToObj(page -> page(page, size))
                            .flatMap(List::stream))
                    .as("pages of %d", size)
                    .containsExactlyElementsOf(all);
        }
        assertThat(box.page(new PageQuery(2, 3)).pagination().totalItems()).isEqualTo(7);
        assertThat(box.counts()).isEqualTo(Map.of("odd", 4L, "even", 3L));
    }

    @Test
    @DisplayName("of each sort no more is read than is shown")
    void frugal() {
        page(2, 2);
        assertThat(odd.read).containsExactly("1 from 1");
        assertThat(even.read).containsExactly("1 from 1");
    }

    @Test
    @DisplayName("a page far behind the end is empty and asks nobody")
    void farAway() {
        assertThat(page(1_000_000, 100)).isEmpty();
        assertThat(odd.read).isEmpty();
    }

    @Test
    @DisplayName("whose work it is decides about it, and about all of it everybody")
    void decided() {
        box.retry("odd-3", "ben");
        box.discard("even-100");
        assertThat(page(1, 50)).containsExactly("odd-7", "odd-5", "even-4", "even-2", "odd-1");
        assertThat(odd.retried).containsExactly("odd-3 by ben");
        assertThat(box.retryAll("ben")).isEqualTo(5);
        assertThat(box.discardAll()).isZero();
        assertThat(catchThrowableOfType(MediaNestException.class, () -> box.retry("none", "ben"))
                        .code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    /// Work that fails at certain seconds.
    private static final class Pile implements FailedWork {
        final List<String> read = new ArrayList<>();
        final List<String> retried = new ArrayList<>();
        private final String name;
        private final List<Integer> seconds;

        Pile(String name, Integer... seconds) {
            this.name = name;
            this.seconds = Stream.of(seconds)
                    .sorted(Comparator.reverseOrder())
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isOurs(String id) {
            return id.startsWith(name);
        }

        @Override
        public long count() {
            return seconds.size();
        }

        @Override
        public List<Instant> times(int most) {
            return seconds.stream().limit(most).map(Instant::ofEpochSecond).toList();
        }

        @Override
        public List<DeadLetter> letters(int limit, long offset) {
            read.add(limit + " from " + offset);
            return seconds.stream().skip(offset).limit(limit).map(this::letter).toList();
        }

        private DeadLetter letter(int second) {
            var at = Instant.ofEpochSecond(second);
            return new DeadLetter(id(second), name, "it", "it", 1, "broken", "c0ffee", at, at, null);
        }

        private String id(int second) {
            return name + "-" + second;
        }

        @Override
        public void retry(String id, String by) {
            retried.add(id + " by " + by);
            discard(id);
        }

        @Override
        public int retryAll(String by) {
            return discardAll();
        }

        @Override
        public void discard(String id) {
            seconds.removeIf(second -> id(second).equals(id));
        }

        @Override
        public int discardAll() {
            int all = seconds.size();
            seconds.clear();
            return all;
        }
    }
}
