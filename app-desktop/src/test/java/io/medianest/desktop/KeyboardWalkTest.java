package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.settings.SettingsSection;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.PosterCard;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goes through every screen with Tab alone, as somebody does who sees the window and has no mouse, or hears it.
@ExtendWith(OnFxThread.class)
class KeyboardWalkTest {
    private static final int AT_MOST = 150;
    /// A field may show in the box around it that it has the keys.
    private static final int AROUND = 2;

    /// Somewhere in the window.
    record Place(String name, Consumer<FakeWindow> way) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        Stream<Place> screens = Stream.of(
                at(new Route.Home()),
                at(new Route.Search()),
                new Place(
                        "details",
                        window -> window.go(
                                new Route.Details(window.api.title("Dragnet").key()))),
                at(new Route.Requests(null)),
                new Place("downloads", KeyboardWalkTest::downloads),
                at(new Route.Library(null)),
                at(new Route.Status()),
                at(new Route.Notifications()),
                at(new Route.Setup()));
        Stream<Place> settings = Arrays.stream(SettingsSection.values())
                .map(section -> new Place("settings, " + section.word(), window -> {
                    window.go(new Route.Settings());
                    press(window, "#settings-" + section.word());
                }));
        return Stream.concat(screens, settings);
    }

    private static Place at(Route route) {
        return new Place(route.getClass().getSimpleName().toLowerCase(Locale.ROOT), window -> window.go(route));
    }

    private static void press(FakeWindow window, String query) {
        window.act(() -> ((ButtonBase) window.seen(query).getFirst()).fire());
    }

    private static void downloads(FakeWindow window) {
        window.api.downloads.keep(
                SampleDownloads.video(1).running(64, 8_200_000, 72).done(),
                SampleDownloads.video(20)
                        .completed("/videos/20.mp4", 1_100_000_000)
                        .done());
        window.go(new Route.Downloads(null));
        window.act(() -> window.wiring().openLink("https://www.youtube.com/playlist?list=x"));
    }

    private static FakeWindow open(Place place) {
        var window = new FakeWindow();
        window.api.settings.set("plex.url", "http://192.168.1.5:32400");
        window.api.settings.house.add(
                new FoundService(FoundKind.MEDIANEST, "MediaNest on nas", "http://192.168.1.9:4000", "0.1.0"));
        window.settings.rememberSetUp();
        window.open();
        place.way().accept(window);
        return window;
    }

    private static List<Node> all(Node root) {
        var found = new ArrayList<Node>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean takesKeys(Node node) {
        return node.isFocusTraversable() && !node.isDisabled();
    }

    private static boolean canBePressed(Node node) {
        return takesKeys(node) || (node instanceof ButtonBase && !node.isMouseTransparent());
    }

    private static String what(Node node) {
        return "%s#%s%s".formatted(node.getClass().getSimpleName(), node.getId(), node.getStyleClass());
    }

    /// The name that is read out.
    private static String name(Node node) {
        String said = node.getAccessibleText();
        if (said != null && !said.isBlank()) {
            return said;
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    @ParameterizedTest
    @MethodSource("places")
    @DisplayName(
            "whatever can be pressed has a name, a role and an id; Tab comes to it, is caught by nothing, and shows it")
    void walk(Place place) {
        try (var window = open(place)) {
            List<Node> pressed = window.ask(() -> all(window.scene().getRoot()).stream()
                    .filter(KeyboardWalkTest::canBePressed)
                    .toList());
            assertThat(pressed).isNotEmpty().allSatisfy(KeyboardWalkTest::isNamed);

            window.act(() -> window.scene().getRoot().requestFocus());
            Map<Node, List<Object>> unfocused = window.ask(() -> looks(pressed));
            List<Node> way = way(window, unfocused);
            assertThat(way.stream().map(KeyboardWalkTest::what))
                    .as("what Tab comes to")
                    .containsAll(pressed.stream()
                            .filter(KeyboardWalkTest::takesKeys)
                            .map(KeyboardWalkTest::what)
                            .toList());
        }
    }

    private static void isNamed(Node node) {
        assertThat(name(node)).as("the name of " + what(node)).isNotBlank();
        assertThat(node.getAccessibleRole())
                .as("the role of " + what(node))
                .isNotIn(AccessibleRole.NODE, AccessibleRole.PARENT);
        // Posters are many, and known by their titles.
        assertThat(node instanceof PosterCard<?> ? name(node) : node.getId())
                .as("the id of " + what(node))
                .isNotBlank();
    }

    /// Presses Tab until it has gone round.
    private static List<Node> way(FakeWindow window, Map<Node, List<Object>> unfocused) {
        var way = new LinkedHashSet<Node>();
        for (int presses = 0; presses < AT_MOST; presses++) {
            window.press(KeyCode.TAB);
            Node now = window.focusOwner();
            if (now == null || !way.add(now)) {
                break;
            }
            assertThat(window.ask(() -> look(now)))
                    .as("what tells of the focus of " + what(now))
                    .isNotEqualTo(unfocused.get(now));
        }
        return List.copyOf(way);
    }

    private static Map<Node, List<Object>> looks(List<Node> nodes) {
        return nodes.stream().collect(Collectors.toMap(Function.identity(), KeyboardWalkTest::look));
    }

    /// Borders and backgrounds of a node, of what it is made of, and of what lies around it.
    private static List<Object> look(Node node) {
        var parts = new ArrayList<Object>();
        Node outer = node;
        for (int i = 0; i < AROUND && outer.getParent() != null; i++) {
            outer = outer.getParent();
            add(outer, parts);
        }
        all(node).forEach(part -> add(part, parts));
        return parts;
    }

    private static void add(Node node, List<Object> parts) {
        if (node instanceof Region region) {
            parts.add(Optional.ofNullable(region.getBorder()));
            parts.add(Optional.ofNullable(region.getBackground()));
        }
    }
}
