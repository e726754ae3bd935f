package io.medianest.server.download;

import static io.medianest.model.download.DownloadStatus.CANCELLED;
import static io.medianest.model.download.DownloadStatus.COMPLETED;
import static io.medianest.model.download.DownloadStatus.DOWNLOADING;
import static io.medianest.model.download.DownloadStatus.FAILED;
import static io.medianest.model.download.DownloadStatus.QUEUED;
import static io.medianest.server.download.DownloadDesk.ANN;
import static io.medianest.server.download.DownloadDesk.BOB;
import static io.medianest.server.download.DownloadDesk.CAT;
import static io.medianest.server.download.DownloadDesk.GIGABYTE;
import static io.medianest.server.download.DownloadDesk.url;
import static io.medianest.server.download.DownloadDesk.video;
import static io.medianest.server.download.DownloadDesk.wish;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.Await;
import io.medianest.server.platform.event.LocalEventBus;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.ytdlp.Extra;
import io.medianest.server.ytdlp.Extras;
import io.medianest.server.ytdlp.FetchFailure;
import io.medianest.server.ytdlp.FetchOrder;
import io.medianest.server.ytdlp.Naming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose turn it is, and what becomes of it.
class DownloadQueueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private DownloadDesk desk;

    @BeforeEach
    void open() {
        desk = new DownloadDesk(directory);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @DisplayName("as many run as may, never two on the same video, and a free place is taken at once")
    void concurrency() {
        for (int i = 1; i <= 4; i++) {
            desk.make(ANN, i);
        }
        desk.feature.downloads().make(ANN, wish(url(video(1)), DownloadQuality.BEST, DownloadFormat.MP4));
        desk.begun(3);
        desk.running(2).finish();
        desk.begun(4);
        desk.running(3).finish();
        desk.running(4).finish();
        Await.until("only one is left", () -> desk.fetcher.running.size() == 1);
        assertThat(desk.fetcher.begun)
                .as("the other quality waits for its video")
                .hasSize(4);

        desk.running(1).finish();
        Await.until("the other quality runs", () -> desk.fetcher.begun.size() == 5);
        desk.running(1).finish();
        Await.until("all are done", () -> desk.feature.downloads().active(null).isEmpty());
        assertThat(desk.fetcher.doubled).isEmpty();
        assertThat(desk.fetcher.mostAtOnce).hasValueLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("a download is arranged, and gets with it, what is set when it begins")
    void arrangement() {
        desk.make(ANN, 1);
        desk.running(1).finish();
        desk.layout = Naming.FLAT;
        desk.extras = new Extras(Set.of(Extra.NFO), List.of());
        desk.make(ANN, 2);
        desk.running(2).finish();

        assertThat(desk.fetcher.orders)
                .extracting(FetchOrder::naming, FetchOrder::extras)
                .containsExactly(tuple(Naming.PLEX, Extras.USUAL), tuple(Naming.FLAT, desk.extras));
    }

    @Test
    @DisplayName("people take turns, however many somebody has queued before")
    void fair() {
        desk.concurrency = 1;
        queue(ANN, 10, 11, 12, 13);
        desk.running(10);
        queue(BOB, 20, 21);
        desk.clock.advance(Duration.ofSeconds(1));
        queue(CAT, 30);

        drain(7);
        assertThat(desk.fetcher.begun).containsExactly(videos(10, 20, 30, 11, 21, 12, 13));
    }

    @Test
    @DisplayName("two hundred in the queue come in turns, each once, with a handful of threads")
    void twoHundred() {
        desk.concurrency = 0;
        for (int i = 0; i < 100; i++) {
            desk.make(ANN, 1000 + i);
        }
        for (int i = 0; i < 60; i++) {
            desk.make(BOB, 2000 + i);
        }
        for (int i = 0; i < 40; i++) {
            desk.make(CAT, 3000 + i);
        }
        desk.fetcher.quick = true;
        desk.concurrency = 3;
        desk.feature.queue().wake();

        Await.until(
                "all are done",
                Duration.ofSeconds(60),
                () -> desk.feature.downloads().active(null).isEmpty());
        assertThat(desk.fetcher.begun).hasSize(200).doesNotHaveDuplicates();
        assertThat(desk.fetcher.mostAtOnce).hasValueLessThanOrEqualTo(3);
        // While all three want something, each gets a third: Cat's last one comes among the first 120 or so. Whose
        // downloads happen to end sooner has fewer running, and gets a little more.
        assertThat(desk.fetcher.begun.indexOf(video(3039))).isBetween(70, 130);
        assertThat(desk.fetcher.begun.indexOf(video(2059))).isBetween(120, 175);
    }

    private void queue(Caller caller, int... numbers) {
        IntStream.of(numbers).forEach(number -> desk.make(caller, number));
    }

    private static String[] videos(int... numbers) {
        return IntStream.of(numbers).mapToObj(DownloadDesk::video).toArray(String[]::new);
    }

    /// Lets each that runs end, until so many have begun and ended.
    private void drain(int count) {
        for (int i = 0; i < count; i++) {
            desk.begun(i + 1);
            var video = desk.fetcher.begun.get(i);
            Await.until(video + " runs", () -> desk.fetcher.running.containsKey(video));
            requireNonNull(desk.fetcher.running.get(video)).finish();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PRIVATE", "GEO_BLOCKED", "REMOVED", "UNSUPPORTED"})
    @DisplayName("what no repetition can help fails at once, with the sentence that says what helps")
    void failsAtOnce(FetchFailure failure) {
        var made = desk.make(ANN, 1);
        desk.running(1).fail(failure);
        desk.await(made.id(), FAILED);
        assertThat(desk.now(made.id()).error()).isEqualTo(failure.sentence());
        assertThat(desk.now(made.id()).attempts()).isEqualTo(1);
        Await.until("nothing is left that nobody goes on with", () -> !Files.exists(parts(made)));
    }

    private Path parts(Download download) {
        return directory.resolve(".incomplete").resolve(download.id());
    }

    @ParameterizedTest
    @EnumSource(names = {"TOOL_MISSING", "FFMPEG_MISSING", "NOT_WRITABLE", "OUTDATED", "BOT_CHECK", "RATE_LIMITED"})
    @DisplayName("what every download would meet holds the queue and costs none an attempt; one tries if it is over")
    void standstill(FetchFailure failure) {
        desk.concurrency = 1;
        var made = List.of(desk.make(ANN, 1), desk.make(ANN, 2), desk.make(ANN, 3));
        desk.running(1).fail(failure);
        desk.await(made.get(0).id(), QUEUED);
        assertThat(desk.now(made.get(0).id()).note()).isEqualTo(failure.sentence());
        assertThat(desk.now(made.get(0).id()).attempts()).isZero();
        assertThat(desk.feature.queue().state().heldBecause()).isEqualTo(failure.sentence());

        desk.concurrency = 3;
        desk.clock.advance(Standstill.PAUSE.minusSeconds(1));
        desk.feature.queue().tend();
        assertThat(desk.fetcher.begun).hasSize(1);
        desk.clock.advance(Duration.ofSeconds(1));
        desk.feature.queue().tend();
        desk.running(2).fail(failure);
        desk.await(made.get(1).id(), QUEUED);
        assertThat(desk.fetcher.begun).as("one tries for all").hasSize(2);

        desk.feature.lookAgain();
        desk.running(1).progress(1);
        assertThat(desk.feature.queue().state().heldBecause()).isNull();
        desk.feature.queue().wake();
        List.of(1, 2, 3).forEach(number -> desk.running(number).finish());
        made.forEach(download -> desk.await(download.id(), COMPLETED));
    }

    @Test
    @DisplayName("one that meets it while others get through has a trouble of its own and holds up nobody")
    void ownTrouble() {
        desk.concurrency = 1;
        var bad = desk.make(ANN, 1);
        var good = desk.make(ANN, 2);
        desk.running(1).fail(FetchFailure.BOT_CHECK);
        desk.await(bad.id(), QUEUED);
        desk.clock.advance(Standstill.PAUSE);
        desk.feature.queue().tend();
        desk.running(2).progress(10);
        desk.running(2).finish();
        desk.await(good.id(), COMPLETED);
        desk.clock.advance(Standstill.PAUSE.plusSeconds(10));
        desk.feature.queue().tend();

        desk.running(1).fail(FetchFailure.BOT_CHECK);
        Await.until("that counts", () -> desk.now(bad.id()).attempts() == 1);
        assertThat(desk.feature.queue().state().heldBecause()).isNull();
        desk.make(ANN, 3);
        desk.running(3).finish();
    }

    @Test
    @DisplayName("one of which nothing arrives any more is stopped and tried again with what it has")
    void stuck() throws IOException {
        var made = desk.make(ANN, 1);
        desk.running(1);
        desk.nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        desk.running(1).grow(100_000);
        desk.feature.queue().tend();
        desk.nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        desk.feature.queue().tend();
        assertThat(desk.status(made.id())).as("some had arrived").isEqualTo(DOWNLOADING);

        desk.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        desk.feature.queue().tend();
        desk.await(made.id(), QUEUED);
        assertThat(desk.now(made.id()).attempts()).isEqualTo(1);
        assertThat(desk.now(made.id()).note()).contains("Nothing has arrived");
        desk.clock.advance(DownloadOutcomes.pauseAfter(1));
        desk.feature.queue().tend();
        assertThat(desk.running(1).attempts()).isEqualTo(2);
    }

    @Test
    @DisplayName("what is all there may be worked on in silence for half an hour")
    void finishing() {
        var made = desk.make(ANN, 1);
        desk.running(1).progress(99);
        desk.nanos.addAndGet(Duration.ofMinutes(29).toNanos());
        desk.feature.queue().tend();
        assertThat(desk.status(made.id())).isEqualTo(DOWNLOADING);
        desk.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        desk.feature.queue().tend();
        desk.await(made.id(), QUEUED);
    }

    @Test
    @DisplayName("a clock that is set back silences nobody")
    void clockSetBack() {
        var made = desk.make(ANN, 1);
        desk.running(1).progress(10);
        desk.clock.advance(Duration.ofHours(-2));
        desk.running(1).progress(20);
        Await.until(
                "it is told",
                () -> desk.heard.stream()
                        .anyMatch(event -> event instanceof ServerEvent.DownloadProgressed(Download download)
                                && download.id().equals(made.id())
                                && download.progress() == 20));
    }

    @Test
    @DisplayName("what was put off by a clock that is set back since is tried at once, not after all that time again")
    void putOffTooFar() {
        var made = desk.make(ANN, 1);
        desk.running(1).fail(FetchFailure.NETWORK);
        desk.await(made.id(), QUEUED);
        desk.clock.advance(Duration.ofHours(-2));
        desk.feature.queue().tend();

        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
    }

    @Test
    @DisplayName("where SponsorBlock cannot be asked, the video is loaded at once with its advertising")
    void withoutSponsorBlock() {
        desk.extras = new Extras(Set.of(Extra.METADATA, Extra.SPONSORBLOCK), List.of());
        var made = desk.make(ANN, 1);
        desk.running(1).fail(FetchFailure.SPONSORBLOCK);
        Await.until("it is begun anew", () -> desk.fetcher.begun.size() == 2);
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);

        assertThat(desk.fetcher.orders)
                .extracting(order -> order.extras().wanted())
                .containsExactly(Set.of(Extra.METADATA, Extra.SPONSORBLOCK), Set.of(Extra.METADATA));
        assertThat(desk.now(made.id()).attempts()).isZero();
    }

    @Test
    @DisplayName("what can pass is tried again, later each time, and in the end has failed")
    void triesAgain() {
        var made = desk.make(ANN, 1);
        for (int failures = 1; failures < DownloadOutcomes.MAX_ATTEMPTS; failures++) {
            desk.running(1).fail(FetchFailure.NETWORK);
            desk.await(made.id(), QUEUED);
            var waiting = desk.now(made.id());
            var pause = DownloadOutcomes.pauseAfter(failures);
            assertThat(waiting.note()).isEqualTo(FetchFailure.NETWORK.sentence());
            assertThat(waiting.error()).isNull();
            assertThat(waiting.attempts()).isEqualTo(failures);
            assertThat(waiting.nextAttemptAt()).isEqualTo(desk.clock.instant().plus(pause));

            desk.clock.advance(pause.minusSeconds(1));
            desk.feature.queue().tend();
            desk.make(BOB, 100 + failures);
            desk.running(100 + failures).finish();
            assertThat(desk.status(made.id())).as("not before its time").isEqualTo(QUEUED);
            desk.clock.advance(Duration.ofSeconds(1));
            desk.feature.queue().tend();
        }
        desk.running(1).fail(FetchFailure.NETWORK);
        desk.await(made.id(), FAILED);
        assertThat(desk.now(made.id()).error())
                .contains("Given up after 5 attempts")
                .contains(FetchFailure.NETWORK.sentence());

        desk.feature.control().retry(ANN, made.id());
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
    }

    @Test
    @DisplayName("a defect ends one attempt, not the queue")
    void defect() {
        var made = desk.make(ANN, 1);
        desk.running(1).breakDown();
        desk.await(made.id(), QUEUED);
        assertThat(desk.now(made.id()).note()).doesNotContain("IllegalState").doesNotContain("broken");
        desk.make(ANN, 2);
        desk.running(2).finish();
    }

    @Test
    @DisplayName("a process that cannot be noted does not go on where nobody would find it")
    void nameless() throws IOException {
        desk.fetcher.nameless = true;
        var made = desk.make(ANN, 1);
        desk.await(made.id(), QUEUED);
        Await.until("the attempt counts", () -> desk.now(made.id()).attempts() == 1);
        assertThat(desk.fetcher.running).isEmpty();

        desk.fetcher.nameless = false;
        desk.clock.advance(DownloadOutcomes.pauseAfter(1));
        desk.feature.queue().tend();
        assertThat(desk.running(1).attempts()).as("what had arrived is kept").isEqualTo(2);
    }

    @Test
    @DisplayName("when the disk fills up all wait with what they have, and go on by themselves when there is room")
    void diskFull() throws IOException {
        var one = desk.make(ANN, 1);
        desk.running(1);
        desk.freeBytes = GIGABYTE;
        desk.feature.queue().tend();
        desk.await(one.id(), QUEUED);
        assertThat(desk.now(one.id()).note()).contains("1.0 GB").contains("Make room");
        assertThat(desk.fetcher.begun).hasSize(1);

        desk.freeBytes = 2 * GIGABYTE + 1;
        desk.feature.queue().tend();
        assertThat(desk.feature.queue().state().heldBecause())
                .as("a little more than the minimum")
                .isNotNull();
        desk.freeBytes = 3 * GIGABYTE;
        desk.feature.queue().tend();
        desk.begun(2);
        assertThat(desk.running(1).attempts()).as("it goes on where it was").isEqualTo(2);
        desk.running(1).finish();
        desk.await(one.id(), COMPLETED);
        assertThat(desk.now(one.id()).note()).isNull();
    }

    @Test
    @DisplayName("a full disk holds those that began there, wherever those that begin now go")
    void oldDiskFull() {
        var old = desk.make(ANN, 1);
        desk.running(1);
        desk.fullDisks.add(directory);
        desk.directory = directory.resolve("new");
        desk.feature.queue().tend();
        Await.until("it waits for its own disk", () -> desk.now(old.id()).nextAttemptAt() != null);
        assertThat(desk.now(old.id()).note()).contains("Make room");
        assertThat(desk.now(old.id()).attempts()).isZero();
        var young = desk.make(ANN, 2);
        desk.running(2).finish();
        desk.await(young.id(), COMPLETED);
        assertThat(desk.fetcher.begun).containsExactly(video(1), video(2));

        desk.fullDisks.clear();
        desk.clock.advance(DownloadRun.ROOM_PAUSE);
        desk.feature.queue().tend();
        desk.running(1).finish();
        desk.await(old.id(), COMPLETED);
    }

    @Test
    @DisplayName("who is suspended waits, and so does what they queued")
    void suspended() {
        desk.database.store(PeopleStore.class).setStatus("ann", "SUSPENDED");
        var waits = desk.make(ANN, 1);
        desk.make(BOB, 2);
        desk.running(2).finish();
        assertThat(desk.status(waits.id())).isEqualTo(QUEUED);
        desk.database.store(PeopleStore.class).setStatus("ann", "ACTIVE");
        desk.feature.queue().wake();
        desk.running(1).finish();
        desk.await(waits.id(), COMPLETED);
    }

    @Test
    @DisplayName("at the end all processes are stopped, and what they were at goes on at the next start")
    void endsInOrder() throws IOException {
        var made = List.of(desk.make(ANN, 1), desk.make(BOB, 2), desk.make(ANN, 3), desk.make(ANN, 4));
        desk.begun(3);
        desk.feature.close();
        Await.until("no process is left", desk.fetcher.running::isEmpty);
        assertThat(made).extracting(download -> desk.status(download.id())).containsOnly(QUEUED);

        var later = new FakeFetcher();
        try (var next = desk.reopened(later)) {
            next.queue().start();
            Await.until("three go on", () -> later.ready() == 3);
            assertThat(requireNonNull(later.running.get(video(1))).attempts())
                    .as("what has arrived is kept")
                    .isEqualTo(2);
            endAll(later, made);
            assertThat(later.doubled).isEmpty();
            assertThat(later.begun).hasSize(4);
        }
    }

    @Test
    @DisplayName("after being killed nothing is lost and nothing is loaded twice")
    void killed() {
        var made = new ArrayList<Download>();
        for (int i = 1; i <= 6; i++) {
            made.add(desk.make(ANN, i));
        }
        desk.begun(3);
        desk.running(2).finish();
        desk.await(made.get(1).id(), COMPLETED);
        desk.begun(4);
        desk.feature.control().pause(ANN, made.get(5).id());

        // No word of goodbye: the first program just stays as it is, and another finds its tables.
        var later = new FakeFetcher();
        try (var next = desk.reopened(later)) {
            next.queue().start();
            Await.until("they go on", () -> later.ready() == 3);
            next.control().resume(ANN, made.get(5).id());
            endAll(later, made);
            assertThat(later.begun).hasSize(5).doesNotHaveDuplicates().doesNotContain(video(2));
        }
    }

    private void endAll(FakeFetcher fetcher, List<Download> all) {
        fetcher.quick = true;
        fetcher.running.values().forEach(FakeFetcher.Running::finish);
        for (var download : all) {
            desk.await(download.id(), COMPLETED);
        }
    }

    @Test
    @DisplayName("a claim that nobody works on is taken back")
    void orphan() {
        desk.concurrency = 0;
        var made = desk.make(ANN, 1);
        var claims =
                new Claims(desk.database, "node_gone", new DownloadLedger(new LocalEventBus(), desk.clock), desk.clock);
        assertThat(claims.next(1)).isPresent();
        assertThat(claims.next(1)).as("one at a time").isEmpty();
        assertThat(desk.status(made.id())).isEqualTo(DOWNLOADING);

        desk.concurrency = 1;
        desk.feature.queue().tend();
        desk.running(1).finish();
        desk.await(made.id(), COMPLETED);
    }

    @Test
    @DisplayName("what is cancelled while its file is finished leaves no file")
    void cancelledAtTheEnd() throws IOException {
        var made = desk.make(ANN, 1);
        var running = desk.running(1);
        desk.database.run(tx -> {
            var ledger = new DownloadLedger(new LocalEventBus(), desk.clock);
            ledger.change(tx, ledger.lock(tx, made.id()).orElseThrow(), DownloadLedger.Step.to(CANCELLED));
        });
        running.finish();
        Await.until("its process is gone", () -> desk.feature.queue().state().running() == 0);
        assertThat(desk.status(made.id())).isEqualTo(CANCELLED);
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }
}
