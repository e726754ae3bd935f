package io.medianest.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.SampleDownloads;
import io.medianest.desktop.api.Connection;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.event.LiveState;
import io.medianest.model.event.ServerEvent;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrayViewModelTest {
    private final FakeApi api = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final LiveBoard board = new LiveBoard();
    private final Texts texts = new Texts(Locale.UK, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    private final TrayViewModel model =
            new TrayViewModel(board, events, api.downloads(), new Async(Runnable::run, Runnable::run, _ -> {}));

    @BeforeEach
    void start() {
        board.follow(events);
        model.start();
    }

    private void live(Download... downloads) {
        events.publish(new LiveState(api.user(), List.of(), List.of(downloads), api.services(), 3, 1));
    }

    private static Download download(int number, DownloadStatus status) {
        return SampleDownloads.video(number).is(status).done();
    }

    @Test
    @DisplayName("says in three lines how services, downloads and news are")
    void lines() {
        live(download(1, DownloadStatus.DOWNLOADING), download(2, DownloadStatus.PAUSED));

        assertThat(model.words(texts).status())
                .containsExactly("Not well: TMDB", "1 download runs, 1 paused", "3 unread notifications");
        assertThat(model.words(texts).tip())
                .as("as much as a tray shows")
                .isEqualTo("MediaNest · Not well: TMDB · 1 download runs, 1 paused");
    }

    @Test
    @DisplayName("says that all is well, and that the server is not there")
    void wellAndAway() {
        api.services().removeIf(service -> service.name().equals("tmdb"));
        live();
        assertThat(model.words(texts).status())
                .containsExactly("All 3 services are well", "No download runs", "3 unread notifications");

        events.connection.set(Connection.OFFLINE);
        assertThat(model.words(texts).status()).startsWith("The server does not answer");
    }

    @Test
    @DisplayName("cuts the names off that there is no room for beside the sign")
    void manyIll() {
        var words = new TrayWords(List.of("Not well: " + "Overseerr, ".repeat(9) + "TMDB"), "", "", "", "", "");

        assertThat(words.tip())
                .startsWith("MediaNest · Not well: Overseerr, ")
                .endsWith("…")
                .hasSize(64);
    }

    @Test
    @DisplayName("offers what makes sense: to pause what goes, else to resume what is paused, else nothing")
    void toggles() {
        live();
        assertThat(model.words(texts).toggleDownloads()).isEmpty();

        Download going = download(1, DownloadStatus.DOWNLOADING);
        api.downloads().keep(going);
        live(going);
        assertThat(model.words(texts).toggleDownloads()).isEqualTo("Pause all downloads");
        model.toggleDownloads();
        assertThat(api.downloads().show("d1").status()).isEqualTo(DownloadStatus.PAUSED);

        events.publish(new ServerEvent.DownloadChanged(api.downloads().show("d1")));
        assertThat(model.words(texts).toggleDownloads()).isEqualTo("Resume all downloads");
        model.toggleDownloads();
        assertThat(api.downloads().show("d1").status()).isEqualTo(DownloadStatus.QUEUED);
    }

    @Test
    @DisplayName("forgets a download that has ended")
    void ended() {
        live(download(1, DownloadStatus.DOWNLOADING));
        events.publish(new ServerEvent.DownloadChanged(download(1, DownloadStatus.COMPLETED)));

        assertThat(model.stateProperty().get().running()).isZero();
    }
}
