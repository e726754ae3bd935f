package io.medianest.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.setup.SetupView;
import io.medianest.desktop.shell.LocalSettings;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.shell.ShellView;
import io.medianest.desktop.shell.WindowLife;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Theme;
import io.medianest.model.event.LiveState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The real window on a made-up household, in the hands of somebody who has nothing but a keyboard.
public final class FakeWindow implements AutoCloseable {
    private static final Clock CLOCK = Clock.fixed(FakeApi.NOW, ZoneOffset.UTC);
    /// So often somebody presses Tab before they give up.
    private static final int PATIENCE = 80;

    public final FakeApi api = new FakeApi();
    public final FakeEvents events = new FakeEvents();
    public final LocalSettings settings = new LocalSettings(new MemoryPreferences());
    private final Wiring wiring = new Wiring(
            new Wiring.Outside(api, events, new FakePictures(), _ -> {}),
            new Wiring.Threads(Runnable::run, Runnable::run, _ -> {}),
            settings,
            CLOCK);
    private final Theme theme = FxToolkit.call(Theme::new);
    private final Stage stage = FxToolkit.call(Stage::new);
    private @Nullable ShellView shell;

    /// Not to be seen before [#open()].
    public FakeWindow() {
        FxToolkit.run(Theme::loadTypeface);
        settings.themeProperty().set(Theme.Choice.DARK);
        theme.choiceProperty().bind(settings.themeProperty());
        wiring.stand(new Wiring.Around(new SetupView.Ways(() -> {}, _ -> {}), null, () -> {}, Path.of("data"), null));
    }

    /// Shows it as large as most people have it.
    public FakeWindow open() {
        return open(1440, 900);
    }

    public FakeWindow open(int width, int height) {
        FxToolkit.run(() -> {
            wiring.start();
            var scene =
                    new Scene(new WindowLife.Frame(content(), settings, texts(), wiring::openDropped), width, height);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            publish();
            // As the first frame does it.
            scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
            // As the window does it: in another language, everything is made anew.
            var life = new WindowLife(stage, settings, () -> {});
            settings.languageProperty()
                    .subscribe((_, _) ->
                            life.show(new WindowLife.Frame(content(), settings, texts(), wiring::openDropped)));
        });
        return this;
    }

    private Parent content() {
        if (shell != null) {
            shell.closed();
        }
        var now = wiring.shell(texts());
        shell = now;
        return now.create();
    }

    private Texts texts() {
        String language = settings.languageProperty().get();
        return new Texts(language.equals(LocalSettings.SYSTEM_LANGUAGE) ? Locale.UK : Locale.of(language), CLOCK);
    }

    /// Tells the window how things are, as a server does when somebody comes back.
    public void publish() {
        events.publish(new LiveState(api.user(), api.all(), List.of(), api.services(), 3, 1));
    }

    public void go(Route route) {
        FxToolkit.run(() -> wiring.navigator().go(route));
        settle();
    }

    public Route place() {
        return FxToolkit.call(() -> wiring.navigator().currentProperty().get());
    }

    Wiring wiring() {
        return wiring;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    /// Styles and places what has changed, as the next frame would.
    void settle() {
        FxToolkit.run(() -> scenes().forEach(scene -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }));
    }

    /// The window, and the cards and menus that are open in it.
    private Stream<Scene> scenes() {
        return Stream.concat(Stream.of(scene()), popups().stream().map(Window::getScene));
    }

    /// What is open above the window, the uppermost last.
    List<PopupWindow> popups() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow popup && popup.isShowing())
                .map(PopupWindow.class::cast)
                .toList();
    }

    /// Who has the keys.
    @Nullable Node focusOwner() {
        return FxToolkit.call(() -> keyed().getFocusOwner());
    }

    private Scene keyed() {
        return popups().stream()
                .filter(popup -> popup.getScene().getFocusOwner() != null)
                .reduce((_, last) -> last)
                .map(Window::getScene)
                .orElseGet(this::scene);
    }

    /// The id of whoever has the keys.
    public String focused() {
        Node owner = focusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }

    /// Presses a key, and lets it go.
    public void press(KeyCode code, Modifier... modifiers) {
        FxToolkit.run(() -> {
            fire(KeyEvent.KEY_PRESSED, code, modifiers);
            fire(KeyEvent.KEY_RELEASED, code, modifiers);
        });
        settle();
    }

    /// Where the system hands keys to: the focus of the window itself, from which open cards take theirs.
    private void fire(javafx.event.EventType<KeyEvent> type, KeyCode code, Modifier... modifiers) {
        List<Modifier> held = Arrays.asList(modifiers);
        hand(new KeyEvent(
                type,
                KeyEvent.CHAR_UNDEFINED,
                code.getChar(),
                code,
                held.contains(KeyCombination.SHIFT_DOWN),
                held.contains(KeyCombination.SHORTCUT_DOWN),
                held.contains(KeyCombination.ALT_DOWN),
                false));
    }

    private void hand(KeyEvent key) {
        Node owner = scene().getFocusOwner();
        Event.fireEvent(owner == null ? scene() : owner, key);
    }

    /// Writes, letter by letter.
    public void write(String text) {
        FxToolkit.run(() -> text.chars()
                .mapToObj(Character::toString)
                .forEach(letter -> hand(
                        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false))));
        settle();
    }

    /// Presses Tab until something has the keys.
    public void tabTo(String id) {
        var way = new ArrayList<String>();
        for (int presses = 0; presses < PATIENCE && !focused().equals(id); presses++) {
            press(KeyCode.TAB);
            way.add(focused());
        }
        assertThat(focused()).as("on the way: %s", way).isEqualTo(id);
    }

    /// What a person sees of these.
    public List<Node> seen(String query) {
        return FxToolkit.call(() -> scenes().flatMap(scene -> scene.getRoot().lookupAll(query).stream())
                .filter(FakeWindow::isSeen)
                .distinct()
                .toList());
    }

    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    public boolean shows(String query) {
        return !seen(query).isEmpty();
    }

    /// Runs on the FX thread, and lets the window follow.
    public void act(Runnable work) {
        FxToolkit.run(work);
        settle();
    }

    <T> T ask(Supplier<T> question) {
        return FxToolkit.call(question::get);
    }

    @Override
    public void close() {
        FxToolkit.run(() -> {
            popups().forEach(Window::hide);
            if (shell != null) {
                shell.closed();
            }
            stage.close();
        });
    }
}
