package io.medianest.desktop.setup;

import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PageScroll;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.settings.FoundService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Three short steps, one in front at a time, with dots that say how far one is. Other ways to begin stand above.
public final class SetupView implements View {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final SetupViewModel model;
    private final Texts texts;
    private final Map<SetupStep, View> steps;
    private final Ways ways;
    private final Map<SetupStep, Node> pages = new EnumMap<>(SetupStep.class);
    private final Map<SetupStep, Region> dots = new EnumMap<>(SetupStep.class);
    private final Label title = Labels.title("");
    private final Label help = Labels.secondary("");
    private final Label count = Labels.secondary("");
    private final StackPane front = new StackPane();
    private final FlowPane others = new FlowPane();
    private final Button back;
    private final Button next;
    private Subscription following = Subscription.EMPTY;

    /// Other ways to begin than with services of one's own.
    ///
    /// @param demo plays a made-up household; null where that is not possible
    /// @param other uses another MediaNest of the house; null where that is not possible
    public record Ways(@Nullable Runnable demo, @Nullable Consumer<FoundService> other) {
        /// There is but one way.
        public static final Ways NONE = new Ways(null, null);
    }

    public SetupView(SetupViewModel model, Texts texts, Map<SetupStep, View> steps, Ways ways) {
        this.model = model;
        this.texts = texts;
        this.steps = new EnumMap<>(steps);
        this.ways = ways;
        this.back = Buttons.plain("setup-back", texts.get("setup.back"), model::back);
        this.next = Buttons.primary("setup-next", texts.get("setup.next"), model::next);
    }

    @Override
    public Parent create() {
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        others.getStyleClass().add("setup-ways");
        front.getStyleClass().add("setup-front");
        VBox.setVgrow(front, Priority.ALWAYS);
        front.setMinSize(0, 0);
        var head = new VBox(title, help, others);
        head.getStyleClass().add("setup-head");
        var page = new VBox(head, front, foot());
        page.setId("setup");
        page.getStyleClass().addAll("page", "setup-page");
        Styles.of("settings", page);
        following = model.stepProperty()
                .subscribe(this::show)
                .and(model.foundProperty().subscribe(this::offer));
        return page;
    }

    private Node foot() {
        var line = new HBox();
        line.getStyleClass().add("setup-dots");
        for (SetupStep step : SetupStep.values()) {
            var dot = new Region();
            dot.getStyleClass().add("setup-dot");
            dots.put(step, dot);
            line.getChildren().add(dot);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var skip = Buttons.quiet("setup-skip", texts.get("setup.skip"), model::finish);
        shownWhile(skip, step -> step.number() < SetupStep.COUNT);
        shownWhile(back, step -> step.number() > 1);
        var foot = new HBox(line, count, space, skip, back, next);
        foot.getStyleClass().add("setup-foot");
        return foot;
    }

    private void shownWhile(Node button, Predicate<SetupStep> condition) {
        button.visibleProperty().bind(model.stepProperty().map(condition::test));
        button.managedProperty().bind(button.visibleProperty());
    }

    private void show(SetupStep step) {
        title.setText(texts.get("setup." + step.word()));
        help.setText(texts.get("setup." + step.word() + ".help"));
        count.setText(texts.get("setup.count", step.number(), SetupStep.COUNT));
        next.setText(texts.get(model.isLast() ? "setup.done" : "setup.next"));
        next.setAccessibleText(next.getText());
        dots.forEach((which, dot) -> {
            dot.pseudoClassStateChanged(NOW, which == step);
            dot.pseudoClassStateChanged(DONE, which.number() < step.number());
        });
        front.getChildren().setAll(pages.computeIfAbsent(step, this::page));
        View view = steps.get(step);
        if (view != null) {
            view.shown();
        }
        others.setVisible(step == SetupStep.SERVICES);
        others.setManaged(others.isVisible());
    }

    private Node page(SetupStep step) {
        View view = steps.get(step);
        var around = new VBox(view == null ? new Region() : view.create());
        around.getStyleClass().add("setup-cards");
        HBox.setHgrow(around, Priority.ALWAYS);
        var middle = new HBox(around);
        middle.getStyleClass().add("setup-middle");
        return new PageScroll("setup-page-" + step.word(), middle);
    }

    private void offer(List<FoundService> found) {
        others.getChildren().clear();
        Runnable demo = ways.demo();
        if (demo != null) {
            others.getChildren().add(Buttons.plain("setup-demo", texts.get("setup.demo"), demo));
        }
        Consumer<FoundService> use = ways.other();
        if (use != null) {
            for (FoundService other : model.others()) {
                others.getChildren()
                        .add(Buttons.plain(
                                "setup-other-" + others.getChildren().size(),
                                texts.get("setup.other", other.name()),
                                () -> use.accept(other)));
            }
        }
    }

    @Override
    public void shown() {
        model.opened();
        next.requestFocus();
    }

    @Override
    public void closed() {
        following.unsubscribe();
        steps.values().forEach(View::closed);
    }
}
