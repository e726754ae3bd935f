package io.medianest.server.platform.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.medianest.model.admin.DeadLetter;
import io.medianest.model.admin.FailedAttempt;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.job.JobQueue.Backoff;
import io.medianest.server.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final Database database = TestDatabase.open(UUID.randomUUID().toString());
    private final JobQueue jobs =
            new JobQueue(database, Clock.systemUTC(), new Backoff(1, Duration.ofMillis(1), Duration.ofMillis(1)));
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final List<String> revived = new CopyOnWriteArrayList<>();
    private volatile boolean broken = true;

    @BeforeEach
    void start() {
        jobs.register(new JobHandler() {
            @Override
            public String kind() {
                return "fax";
            }

            @Override
            public void run(String subject) {
                if (broken) {
                    throw new IllegalStateException("out of paper");
                }
                done.add(subject);
            }

            @Override
            public void dead(Tx tx, String subject, String reason) {}

            @Override
            public void revived(Tx tx, String subject, String by) {
                if (subject.equals("secret")) {
                    throw new MediaNestException(ErrorCode.INVALID_STATE, "Not this one");
                }
                revived.add(subject + " by " + by);
            }

            @Override
            public String about(String subject) {
                return "the fax to " + subject;
            }
        });
        jobs.start();
    }

    @AfterEach
    void close() {
        jobs.close();
        database.close();
    }

    private void die(String... subjects) {
        for (var subject : subjects) {
            database.run(tx -> jobs.add(tx, new NewJob("fax", subject)));
        }
        Await.until("all are dead", () -> letters().size() >= subjects.length);
    }

    private List<DeadLetter> letters() {
        return jobs.deadLetters().letters(100, 0);
    }

    @Test
    @DisplayName("a dead letter says what failed, how often and why; run again, it is gone from the list")
    void retry() {
        die("mia");
        var letter = letters().getFirst();
        assertThat(letter.about()).isEqualTo("the fax to mia");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.lastError()).isEqualTo("out of paper");
        assertThat(letter.history()).extracting(FailedAttempt::error).containsExactly("out of paper");

        broken = false;
        jobs.deadLetters().retry(letter.id(), "ben");

        Await.until("it is done", () -> done.contains("mia"));
        assertThat(revived).containsExactly("mia by ben");
        assertThat(letters()).isEmpty();
    }

    @Test
    @DisplayName("every attempt is remembered with its time and its error, the last twenty of many")
    void history() {
        var tries = new AtomicInteger();
        try (var patient = new JobQueue(
                database, Clock.systemUTC(), new Backoff(25, Duration.ofMillis(1), Duration.ofMillis(1)))) {
            jobs.close();
            patient.register(new FailingHandler(() -> "error " + tries.incrementAndGet()));
            patient.start();
            database.run(tx -> patient.add(tx, new NewJob("post", "mia")));
            Await.until("it is dead", () -> !letters().isEmpty());
        }

        var letter = letters().getFirst();
        assertThat(letter.attempts()).isEqualTo(25);
        var history = requireNonNull(letter.history());
        assertThat(history)
                .extracting(FailedAttempt::error)
                .hasSize(20)
                .startsWith("error 6")
                .endsWith("error 25");
        assertThat(history).extracting(FailedAttempt::at).isSorted();
    }

    private record FailingHandler(Supplier<String> error) implements JobHandler {
        @Override
        public String kind() {
            return "post";
        }

        @Override
        public void run(String subject) {
            throw new IllegalStateException(error.get());
        }

        @Override
        public void dead(Tx tx, String subject, String reason) {}
    }

    @Test
    @DisplayName("all can be run again at once, but for those whose handler is against it")
    void retryAll() {
        die("mia", "secret", "ben");
        broken = false;

        assertThat(jobs.deadLetters().retryAll("ben")).isEqualTo(2);

        Await.until("they are done", () -> done.size() == 2);
        assertThat(letters()).extracting(DeadLetter::subject).containsExactly("secret");
        assertThatThrownBy(() -> jobs.deadLetters().retry(letters().getFirst().id(), "ben"))
                .hasMessage("Not this one");
    }

    @Test
    @DisplayName("dead letters can be thrown away, one or all; there is nothing to do with one that is gone")
    void discard() {
        die("mia", "ben", "eva");
        var gone = letters().getFirst().id();
        jobs.deadLetters().discard(gone);
        for (var id : List.of(gone, "fax", "-1")) {
            assertThatThrownBy(() -> jobs.deadLetters().discard(id))
                    .isInstanceOfSatisfying(
                            MediaNestException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
            assertThatThrownBy(() -> jobs.deadLetters().retry(id, "ben")).isInstanceOf(MediaNestException.class);
        }
        assertThat(jobs.deadLetters().discardAll()).isEqualTo(2);
        assertThat(letters()).isEmpty();
    }

    @Test
    @DisplayName("work that is asked for anew takes the place of its dead letter")
    void superseded() {
        die("mia");
        broken = false;
        database.run(tx -> jobs.add(tx, new NewJob("fax", "mia")));
        assertThat(letters()).isEmpty();
        Await.until("it is done", () -> done.contains("mia"));
    }

    @Test
    @DisplayName("the list comes in pages, the latest first, and jobs are counted by state")
    void pages() {
        die("mia", "ben", "eva");
        assertThat(jobs.deadLetters().letters(2, 2)).hasSize(1);
        assertThat(jobs.deadLetters().count()).isEqualTo(3);
        assertThat(jobs.deadLetters().times(2)).hasSize(2).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(jobs.counts()).singleElement().satisfies(count -> {
            assertThat(count.state()).isEqualTo("DEAD");
            assertThat(count.jobs()).isEqualTo(3);
        });
    }
}
