package io.medianest.desktop.home;

import io.medianest.desktop.library.LibraryPosters;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.PosterRow;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.library.LibraryTitle;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// What came into the library last, side by side.
final class NewTitlesView extends StackPane {
    private final Navigator navigator;

    NewTitlesView(
            NewTitlesViewModel model, Texts texts, PictureStore pictures, Navigator navigator, double posterWidth) {
        super();
        this.navigator = navigator;
        var row = new PosterRow<LibraryTitle>("home-newest", texts, pictures, posterWidth);
        row.setOnOpen(this::open);
        var empty = new EmptyPane(
                MaterialDesignB.BOOKSHELF, texts.get("home.newest.empty"), texts.get("home.newest.empty.next"));
        getChildren()
                .add(new ScreenPane<>(
                        texts,
                        model.screenProperty(),
                        new ScreenPane.Parts<>(
                                Skeleton.posters(texts, posterWidth, posterWidth * 1.9),
                                empty,
                                row,
                                row::show,
                                model::refresh)));
    }

    /// What has no page of its own is shown among the others of the library.
    private void open(Poster<LibraryTitle> poster) {
        navigator.go(LibraryPosters.pageOf(poster.key())
                .<Route>map(Route.Details::new)
                .orElseGet(() -> new Route.Library(null)));
    }
}
