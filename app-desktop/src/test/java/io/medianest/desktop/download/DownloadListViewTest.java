package io.medianest.desktop.download;

import static io.medianest.desktop.SampleDownloads.later;
import static io.medianest.desktop.SampleDownloads.video;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeEvents;
import io.medianest.desktop.FakeNotices;
import io.medianest.desktop.FakePictures;
import io.medianest.desktop.FxToolkit;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.event.ServerEvent.DownloadChanged;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DownloadListViewTest {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);

    private final FakeApi server = new FakeApi();
    private final FakeEvents events = new FakeEvents();
    private final DownloadsViewModel model = new DownloadsViewModel(
            server.downloads(),
            events,
            new Async(Runnable::run, Runnable::run, _ -> {}),
            new FakeNotices(),
            new SimpleObjectProperty<>(server.user()),
            CLOCK);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    private DownloadListView shown() {
        var texts = new Texts(Locale.UK, CLOCK);
        var pictures = new PictureStore(new FakePictures(), Runnable::run, Runnable::run, _ -> {});
        var list = new DownloadListView(texts, pictures, model, model.actions(new FakeDesk()));
        model.start();
        if (model.screenProperty().get() instanceof Screen.Content<ObservableList<DownloadLine>>(var lines, var _)) {
            list.showLines(lines);
        }
        var scene = new Scene(list, 900, 600);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return list;
    }

    private static Parent dressed(DownloadListView list) {
        Styles.of("download", list);
        new Theme().dress(list.getScene());
        list.applyCss();
        list.layout();
        return list;
    }

    @Test
    @DisplayName("a row is as high as what it says, however many lines that takes")
    void asHighAsItsWords() {
        String why = "The video's host asks us to slow down. ".repeat(4);
        server.downloads()
                .keep(video(1).waitingFor(why, FakeApi.NOW.plusSeconds(120)).done());
        FxToolkit.run(() -> assertThat(dressed(shown()).lookup("#download-d1"))
                .isInstanceOfSatisfying(
                        DownloadCellView.class,
                        cell -> assertThat(cell.getGraphic())
                                .isInstanceOfSatisfying(
                                        Region.class,
                                        row -> assertThat(row.getHeight())
                                                .isGreaterThanOrEqualTo(row.prefHeight(row.getWidth())))));
    }

    @Test
    @DisplayName("a row that changes its place stays the chosen one, so that the next key means it, too")
    void keepsSelection() {
        var first = video(1).running(10, 1, 1).done();
        var second = video(2).running(20, 1, 1).done();
        server.downloads().keep(first, second, video(3).done());
        var chosen = FxToolkit.call(() -> {
            DownloadListView list = shown();
            list.getSelectionModel().select(1);
            DownloadLine row = list.getSelectionModel().getSelectedItem();
            events.publish(new DownloadChanged(later(first, draft -> draft.completed("/v/1.mp4", 1))));
            assertThat(list.getSelectionModel().getSelectedItem())
                    .as("another ended")
                    .isSameAs(row);
            events.publish(new DownloadChanged(later(second, draft -> draft.completed("/v/2.mp4", 1))));
            assertThat(list.getSelectionModel().getSelectedItem())
                    .as("it ended")
                    .isSameAs(row);
            return row;
        });
        assertThat(chosen)
                .isInstanceOfSatisfying(
                        DownloadRow.class, row -> assertThat(row.id()).isEqualTo("d2"));
    }

    @Test
    @DisplayName("pausing one of several that run keeps the keys on it")
    void pausing() {
        server.downloads()
                .keep(
                        video(1).running(10, 1, 1).done(),
                        video(2).running(20, 1, 1).done());
        FxToolkit.run(() -> {
            DownloadListView list = shown();
            list.getSelectionModel().select(0);
            if (list.getSelectionModel().getSelectedItem() instanceof DownloadRow row) {
                model.actions(new FakeDesk()).choose(DownloadAction.PAUSE, row);
                assertThat(list.getItems().indexOf(row)).isEqualTo(1);
            }
            assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        });
    }
}
