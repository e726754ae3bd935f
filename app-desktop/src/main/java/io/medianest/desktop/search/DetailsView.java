package io.medianest.desktop.search;

import io.medianest.desktop.search.DetailsViewModel.SeasonStanding;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Avatar;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.PosterRow;
import io.medianest.desktop.ui.RightToLeft;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Strip;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.media.CastMember;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.Season;
import io.medianest.model.media.TitleKey;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// A title's own page.
public final class DetailsView implements View {
    private static final double PORTRAIT = 76;
    private static final double SMALL_POSTER = 120;
    private static final int CAST_SHOWN = 20;
    private static final double PEOPLE_GAP = 12;
    private static final double PERSON_WIDTH = 104;
    private static final int PERSON_LETTERS = 14;

    private final DetailsViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final Look look;
    private final VBox body = new VBox();
    private @Nullable MediaDetails shown;

    /// A page that reads its title when it is shown.
    public DetailsView(
            DetailsViewModel model, Texts texts, PictureStore pictures, Navigator navigator, Browser browser) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
        this.look = new Look(new HeroView(model, texts, pictures, browser), new RequestCardView(model, texts));
    }

    private record Look(HeroView hero, RequestCardView request) {}

    @Override
    public Parent create() {
        body.getStyleClass().add("details-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        body.setMinWidth(0);
        var lower = new HBox(body, look.request());
        lower.getStyleClass().add("details-lower");
        var page = new VBox(look.hero(), lower);
        var scroll = new PageScroll("details", page);
        var nothing = new EmptyPane(
                MaterialDesignM.MOVIE_OFF_OUTLINE, texts.get("details.empty"), texts.get("details.empty.next"));
        return new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(skeleton(), nothing, scroll, this::show, model::read));
    }

    @Override
    public void shown() {
        model.read();
    }

    @Override
    public void closed() {
        model.close();
    }

    private void show(MediaDetails details) {
        if (details.equals(shown)) {
            return;
        }
        shown = details;
        look.hero().show(details);
        body.getChildren()
                .setAll(Stream.of(cast(details), seasons(details), recommendations(details))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private @Nullable Node cast(MediaDetails details) {
        if (details.cast().isEmpty()) {
            return null;
        }
        var people = new Strip("cast", PEOPLE_GAP);
        details.cast().stream().limit(CAST_SHOWN).map(this::person).forEach(people.items()::add);
        return section("details.cast", people);
    }

    private Node person(CastMember member) {
        var portrait = new Avatar(member.name(), PORTRAIT);
        if (member.picture() != null) {
            pictures.show(member.picture(), PORTRAIT * 2, portrait::show);
        }
        var person =
                new VBox(portrait, wrapped(member.name(), "person-name"), wrapped(member.character(), "person-part"));
        person.getStyleClass().add("person");
        person.setAlignment(Pos.TOP_CENTER);
        return person;
    }

    private static Text wrapped(@Nullable String words, String style) {
        var text = new Text();
        RightToLeft.show(text, words == null ? "" : words, PERSON_WIDTH, PERSON_LETTERS);
        text.getStyleClass().add(style);
        return text;
    }

    private @Nullable Node seasons(MediaDetails details) {
        List<Season> seasons = details.seasons();
        if (seasons == null || seasons.isEmpty()) {
            return null;
        }
        var boxes = new FlowPane();
        boxes.getStyleClass().add("seasons");
        seasons.stream().map(this::season).forEach(boxes.getChildren()::add);
        return section("details.seasons", boxes);
    }

    private Node season(Season season) {
        Integer episodes = season.episodeCount();
        var box = new VBox(
                Labels.strong(season.name()),
                Labels.secondary(episodes == null ? "" : texts.get("details.episodes", episodes)),
                standing(season));
        box.getStyleClass().addAll("card", "season");
        return box;
    }

    private Node standing(Season season) {
        var word = Labels.styled("", "season-standing");
        word.textProperty().bind(Bindings.createStringBinding(() -> standingOf(season), model.requestProperty()));
        word.visibleProperty().bind(word.textProperty().isNotEmpty());
        word.managedProperty().bind(word.visibleProperty());
        return word;
    }

    private String standingOf(Season season) {
        SeasonStanding standing = model.standing(season);
        return standing == SeasonStanding.FREE ? "" : texts.get("details.season." + standing);
    }

    private @Nullable Node recommendations(MediaDetails details) {
        if (details.recommendations().isEmpty()) {
            return null;
        }
        var row = new PosterRow<TitleKey>("recommendations", texts, pictures, SMALL_POSTER);
        row.setOnOpen(poster -> navigator.go(new Route.Details(poster.key())));
        row.setOnRequest(model::askFor);
        row.show(model.recommended(details));
        return section("details.more", row);
    }

    private Node section(String key, Node content) {
        var section = new VBox(Labels.section(texts.get(key)), content);
        section.getStyleClass().add("details-section");
        return section;
    }

    private Node skeleton() {
        var words = new VBox(
                Skeleton.box(90, 24, "skeleton-line"),
                Skeleton.box(320, 40, "skeleton-line"),
                Skeleton.box(260, 14, "skeleton-line"),
                Skeleton.box(520, 14, "skeleton-line"),
                Skeleton.box(460, 14, "skeleton-line"));
        words.getStyleClass().add("skeleton-words");
        var hero = new HBox(Skeleton.box(HeroView.POSTER, HeroView.POSTER * 1.5, "skeleton-poster"), words);
        hero.getStyleClass().addAll("skeleton", "skeleton-hero");
        return Skeleton.named(hero, texts);
    }
}
