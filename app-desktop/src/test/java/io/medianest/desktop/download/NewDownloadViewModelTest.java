package io.medianest.desktop.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeDownloads;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.ui.Async;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadQuality;
import io.medianest.model.download.NewDownload;
import io.medianest.model.download.VideoMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewDownloadViewModelTest {
    private static final String VIDEO = "https://www.youtube.com/watch?v=WhWc3b3KhnY";
    private static final String PLAYLIST = "https://www.youtube.com/playlist?list=PL1";

    private final FakeDownloads api = new FakeDownloads();
    private final FakeNotices notices = new FakeNotices();
    private final List<Download> added = new ArrayList<>();
    private final NewDownloadViewModel model = model(Runnable::run);

    private NewDownloadViewModel model(Executor io) {
        return new NewDownloadViewModel(api, new Async(io, Runnable::run, _ -> {}), notices, added::add);
    }

    @Test
    @DisplayName("an address is looked up as soon as it looks like one, and the usual choice is made")
    void lookup() {
        model.addressProperty().set(VIDEO);
        assertThat(model.lookupProperty().get()).isInstanceOf(Lookup.Found.class);
        assertThat(model.choicesProperty().get())
                .extracting(Choice::quality)
                .containsExactly(
                        DownloadQuality.P2160,
                        DownloadQuality.P1440,
                        DownloadQuality.P1080,
                        DownloadQuality.P720,
                        DownloadQuality.P480,
                        DownloadQuality.P360,
                        null);
        assertThat(model.choiceProperty().get().quality()).isEqualTo(DownloadQuality.P1080);
        assertThat(model.formatProperty().get()).isEqualTo(DownloadFormat.MP4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lighthouse", "https://", "youtube.com", "https://www.youtube.com"})
    @DisplayName("what is not an address yet is not looked up while it is typed")
    void notYet(String text) {
        model.addressProperty().set(text);
        assertThat(api.calls).isEmpty();
        assertThat(model.lookupProperty().get()).isInstanceOf(Lookup.Nothing.class);
    }

    @Test
    @DisplayName("what a browser leaves out is put in front, and of several pasted lines the first counts")
    void spelling() {
        model.take("\n  youtu.be/WhWc3b3KhnY \nhttps://example.org/other");
        assertThat(api.calls).containsExactly("preview https://youtu.be/WhWc3b3KhnY");
        assertThat(model.addressProperty().get()).isEqualTo("youtu.be/WhWc3b3KhnY");
    }

    @Test
    @DisplayName("says so when a text is too long to be read to its end")
    void tooLong() {
        model.take(VIDEO + "\n" + PLAYLIST);
        assertThat(notices.said).isEmpty();

        model.take((VIDEO + "\n").repeat(10_000));
        assertThat(notices.said).containsExactly("download.address.tooLong");
        assertThat(model.addressProperty().get()).isEqualTo(VIDEO);
    }

    @Test
    @DisplayName("what waits in the field has its turn in another language, too")
    void takesOver() {
        model.take(VIDEO + "\n" + PLAYLIST);
        model.close();

        var next = model(Runnable::run);
        next.takeOver(model);
        assertThat(next.addressProperty().get()).isEqualTo(VIDEO);
        assertThat(next.lookupProperty().get()).isInstanceOf(Lookup.Found.class);
        next.clear();
        assertThat(next.addressProperty().get()).isEqualTo(PLAYLIST);
    }

    @Test
    @DisplayName("only the last address counts, and what was asked before is dropped")
    void latest() {
        var work = new QueuedExecutor();
        var slow = model(work);
        slow.addressProperty().set(VIDEO);
        assertThat(slow.lookupProperty().get()).isInstanceOf(Lookup.Looking.class);
        slow.addressProperty().set(PLAYLIST);
        work.runNext();
        assertThat(slow.lookupProperty().get()).isInstanceOf(Lookup.Looking.class);
        work.runNext();
        assertThat(slow.lookupProperty().get())
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.preview().type()).isEqualTo("playlist"));
        slow.clear();
        assertThat(slow.lookupProperty().get()).isInstanceOf(Lookup.Nothing.class);
    }

    @Test
    @DisplayName("Enter puts what was found into the queue, and the field is free for the next")
    void add() {
        model.take(VIDEO);
        model.choiceProperty().set(new Choice(DownloadQuality.P720));
        model.enter();
        assertThat(api.wishes)
                .containsExactly(new NewDownload(VIDEO, DownloadQuality.P720, DownloadFormat.MP4, null, null));
        assertThat(added).hasSize(1);
        assertThat(model.addressProperty().get()).isEmpty();
        assertThat(model.lookupProperty().get()).isInstanceOf(Lookup.Nothing.class);
        assertThat(notices.said).containsExactly("download.added");
    }

    @Test
    @DisplayName("what is typed while the last one is put into the queue stays")
    void nextAlready() {
        var work = new QueuedExecutor();
        var slow = model(work);
        slow.take(VIDEO);
        work.runNext();
        slow.add();
        slow.take(PLAYLIST);
        work.runNext();
        assertThat(added).hasSize(1);
        assertThat(slow.addressProperty().get()).isEqualTo(PLAYLIST);
        work.runNext();
        assertThat(slow.lookupProperty().get()).isInstanceOf(Lookup.Found.class);
    }

    @Test
    @DisplayName("the sound alone is kept in a file for sound")
    void sound() {
        model.take(VIDEO);
        model.choiceProperty().set(Choice.SOUND);
        assertThat(model.formatProperty().get()).isEqualTo(DownloadFormat.MP3);
        model.formatProperty().set(DownloadFormat.FLAC);
        model.add();
        assertThat(api.wishes).containsExactly(new NewDownload(VIDEO, null, DownloadFormat.FLAC, null, null));
    }

    @Test
    @DisplayName("of a playlist all are wanted at first, or else those that are ticked, and none cannot be added")
    void picks() {
        model.take(PLAYLIST);
        Picks picks = model.picksProperty().get();
        assertThat(model.pickedProperty().getValue()).isEqualTo(12);
        picks.none();
        model.add();
        assertThat(api.wishes).isEmpty();
        picks.list().get(2).wantedProperty().set(true);
        picks.list().get(6).wantedProperty().set(true);
        assertThat(model.pickedProperty().getValue()).isEqualTo(2);
        model.add();
        assertThat(api.wishes.getFirst().items()).containsExactly(3, 7);
        model.take(PLAYLIST);
        model.add();
        assertThat(api.wishes.getLast().items())
                .as("all, also those that were not listed")
                .isNull();
    }

    @Test
    @DisplayName("what cannot be looked up says why, and Enter tries again")
    void failed() {
        model.take("https://www.youtube.com/watch?v=PRIVATE0001");
        assertThat(model.lookupProperty().get())
                .isInstanceOfSatisfying(
                        Lookup.Failed.class,
                        failed -> assertThat(failed.problem().message()).startsWith("The video is private."));
        model.enter();
        assertThat(api.calls).hasSize(2);
    }

    @Test
    @DisplayName("what is there already is named, and can be loaded once more")
    void already() {
        model.take(VIDEO);
        api.failWith(
                new ApiException(new ApiProblem(ErrorCode.ALREADY_DOWNLOADED, "It is there", "dl_7"), 409, null, null));
        model.add();
        assertThat(model.obstacle()).isEqualTo("dl_7");
        assertThat(model.canBeAddedAgain()).isTrue();
        assertThat(model.addingProperty().get()).isFalse();
        api.failWith(null);
        model.addAgain();
        assertThat(api.wishes.getFirst().again()).isTrue();
        assertThat(model.refusalProperty().get()).isNull();
    }

    @Test
    @DisplayName("another choice takes the refusal back, which may not hold for it")
    void refusalGoes() {
        model.take(VIDEO);
        api.failWith(FakeApi.problem(ErrorCode.ALREADY_QUEUED));
        model.add();
        assertThat(model.refusalProperty().get()).isNotNull();
        model.choiceProperty().set(new Choice(DownloadQuality.P480));
        assertThat(model.refusalProperty().get()).isNull();
    }

    private NewDownloadViewModel addingFirstOfTwo(QueuedExecutor io) {
        var adding = model(io);
        adding.take(VIDEO + "\n" + PLAYLIST);
        io.runNext();
        adding.add();
        return adding;
    }

    @Test
    @DisplayName("what is being added when the language changes is added once, and what follows goes on")
    void languageWhileAdding() {
        var io = new QueuedExecutor();
        var before = addingFirstOfTwo(io);
        model.takeOver(before);
        assertThat(model.addressProperty().get()).isEqualTo(PLAYLIST);
        io.runNext();
        assertThat(api.wishes).hasSize(1);
        assertThat(before.addressProperty().get()).isEmpty();
        assertThat(model.addressProperty().get()).isEqualTo(PLAYLIST);
        assertThat(model.following()).isEmpty();
    }

    @Test
    @DisplayName("what is refused after the language has changed is not lost")
    void refusedInAnotherLanguage() {
        var io = new QueuedExecutor();
        model.takeOver(addingFirstOfTwo(io));
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        io.runNext();
        assertThat(model.addressProperty().get()).isEqualTo(PLAYLIST);
        assertThat(model.following()).containsExactly(VIDEO);
    }

    @Test
    @DisplayName("says how large a file will be, where the host tells the sizes of its parts")
    void sizes() {
        var video = (VideoMetadata) api.preview(VIDEO);
        assertThat(new Choice(DownloadQuality.P1080).size(video)).isEqualTo(OptionalLong.of(217_000_000));
        assertThat(Choice.SOUND.size(video)).isEqualTo(OptionalLong.of(7_000_000));
        assertThat(new Choice(DownloadQuality.P360).size(video)).isEmpty();
    }
}
