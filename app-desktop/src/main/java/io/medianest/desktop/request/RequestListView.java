package io.medianest.desktop.request;

import io.medianest.desktop.api.RequestFilter.Scope;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Buttons;
import io.medianest.desktop.ui.EmptyPane;
import io.medianest.desktop.ui.Labels;
import io.medianest.desktop.ui.PictureStore;
import io.medianest.desktop.ui.ScreenPane;
import io.medianest.desktop.ui.SegmentedFilter;
import io.medianest.desktop.ui.Skeleton;
import io.medianest.desktop.ui.Styles;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.View;
import io.medianest.model.request.MediaRequest;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The requests: filters above, the list at the left, the one that is looked at beside it, and a bar for what is
/// ticked. In the list Space ticks, Enter opens the title, Ctrl+A ticks all, Escape none.
public final class RequestListView implements View {
    private static final double ROW_HEIGHT = 86;
    private static final int ROWS_AHEAD = 6;
    private static final KeyCombination ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final RequestListViewModel model;
    private final Texts texts;
    private final PictureStore pictures;
    private final Navigator navigator;
    private final ListView<RequestRow> list = new ListView<>();

    public RequestListView(RequestListViewModel model, Texts texts, PictureStore pictures, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.pictures = pictures;
        this.navigator = navigator;
    }

    @Override
    public Parent create() {
        prepareList();
        var empty = new EmptyPane(
                MaterialDesignP.PLAYLIST_PLUS,
                texts.get("request.empty"),
                texts.get("request.empty.next"),
                Buttons.primary(
                        "request-search", texts.get("request.empty.search"), () -> navigator.go(new Route.Search())));
        var body = new ScreenPane<>(
                texts,
                model.screenProperty(),
                new ScreenPane.Parts<>(
                        Skeleton.rows(texts, 6, ROW_HEIGHT),
                        emptyOrNarrowed(empty),
                        content(),
                        this::show,
                        model::refresh));
        VBox.setVgrow(body, Priority.ALWAYS);
        var page = new VBox(head(), filters(), body);
        page.getStyleClass().addAll("page", "request-page");
        Styles.of("request", page);
        model.start();
        return page;
    }

    @Override
    public void shown() {
        if (navigator.currentProperty().get() instanceof Route.Requests(String id) && id != null) {
            model.lookAt(id);
            mark(id);
        }
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void closed() {
        model.close();
    }

    /// A filter that leaves nothing is another matter than a household that wishes for nothing.
    private Node emptyOrNarrowed(Node empty) {
        var narrowed = new EmptyPane(
                MaterialDesignP.PLAYLIST_REMOVE,
                texts.get("request.narrowed"),
                texts.get("request.narrowed.next"),
                Buttons.plain("request-widen", texts.get("request.narrowed.widen"), model::widen));
        var both = new StackPane(empty, narrowed);
        narrowed.visibleProperty().bind(model.queryProperty().map(RequestQuery::isNarrowed));
        empty.visibleProperty().bind(narrowed.visibleProperty().not());
        return both;
    }

    private Node head() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var busy = new ProgressIndicator();
        busy.getStyleClass().add("busy");
        busy.visibleProperty().bind(model.readingProperty());
        var scope = new SegmentedFilter<>(
                "request-scope",
                model.queryProperty().get().scope(),
                List.of(Scope.values()),
                value -> texts.get("request.scope." + value));
        scope.valueProperty().subscribe(model::show);
        scope.visibleProperty().bind(model.decidesProperty());
        scope.managedProperty().bind(scope.visibleProperty());
        var head = new HBox(Labels.title(texts.get("request.title")), busy, space, scope);
        head.getStyleClass().add("page-head");
        return head;
    }

    private Node filters() {
        var status = new SegmentedFilter<>(
                "request-status",
                StatusChoice.ALL,
                List.of(StatusChoice.values()),
                value -> texts.get("request.status." + value));
        status.valueProperty().subscribe(model::show);
        model.queryProperty().subscribe(query -> status.valueProperty().set(query.status()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var filters = new HBox(status, space, search(), sort());
        filters.getStyleClass().addAll("page-head", "request-filters");
        return filters;
    }

    private Node search() {
        var field = new TextField();
        field.setId("request-find");
        field.getStyleClass().add("mn-field");
        field.setPromptText(texts.get("request.find"));
        field.setAccessibleText(texts.get("request.find"));
        field.textProperty().subscribe(model::search);
        model.queryProperty().subscribe(query -> {
            if (query.search().isEmpty() && !field.getText().isBlank()) {
                field.clear();
            }
        });
        HBox.setHgrow(field, Priority.SOMETIMES);
        return field;
    }

    private Node sort() {
        var box = new ComboBox<RequestSort>();
        box.setId("request-sort");
        box.getStyleClass().add("mn-combo");
        box.getItems().setAll(RequestSort.values());
        box.setValue(model.queryProperty().get().sort());
        box.setAccessibleText(texts.get("request.sort"));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(RequestSort sort) {
                return texts.get("request.sort." + sort);
            }

            @Override
            public RequestSort fromString(String text) {
                throw new UnsupportedOperationException("The box cannot be typed into");
            }
        });
        box.valueProperty().subscribe(model::sort);
        return box;
    }

    private void prepareList() {
        list.setId("request-list");
        list.setAccessibleText(texts.get("request.title"));
        list.getStyleClass().addAll("request-list", ScreenPane.TAKES_KEYS);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new RequestCellView(texts, pictures, model::myId, model.marks()::toggle));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.select(row);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.skinProperty().subscribe(skin -> {
            if (skin != null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.positionProperty().subscribe(() -> readMoreNearEnd(flow));
            }
        });
    }

    private void readMoreNearEnd(VirtualFlow<?> flow) {
        var last = flow.getLastVisibleCell();
        if (last != null && last.getIndex() >= list.getItems().size() - ROWS_AHEAD) {
            model.readMore();
        }
    }

    private void typed(KeyEvent key) {
        RequestRow row = list.getSelectionModel().getSelectedItem();
        if (ALL.match(key)) {
            model.marks().all();
        } else if (key.getCode() == KeyCode.SPACE && row != null) {
            model.marks().toggle(row);
        } else if (key.getCode() == KeyCode.ENTER && row != null) {
            navigator.go(new Route.Details(row.request().key()));
        } else if (key.getCode() == KeyCode.ESCAPE) {
            model.marks().none();
        } else {
            return;
        }
        key.consume();
    }

    private void show(ObservableList<RequestRow> rows) {
        list.setItems(rows);
        MediaRequest looked = model.panel().requestProperty().get();
        if (looked == null && !rows.isEmpty()) {
            list.getSelectionModel().selectFirst();
        } else if (looked != null) {
            mark(looked.id());
        }
    }

    /// The row of the request that is looked at is the selected one, if it is listed.
    private void mark(String id) {
        RequestRow selected = list.getSelectionModel().getSelectedItem();
        if (selected != null && selected.id().equals(id)) {
            return;
        }
        list.getItems().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .ifPresentOrElse(row -> list.getSelectionModel().select(row), list.getSelectionModel()::clearSelection);
    }

    private Node content() {
        var panel = new RequestPanelView(model, texts, pictures, title -> navigator.go(new Route.Details(title)));
        VBox.setVgrow(list, Priority.ALWAYS);
        var card = new VBox(list, more(), bar());
        card.getStyleClass().addAll("card", "requests-card");
        card.setMinWidth(0);
        HBox.setHgrow(card, Priority.ALWAYS);
        var content = new HBox(card, panel);
        content.getStyleClass().add("request-content");
        return content;
    }

    private Node more() {
        var words = new Label();
        words.getStyleClass().add("secondary");
        var again = Buttons.quiet("request-more", texts.get("ui.error.retry"), model::readMore);
        again.visibleProperty().bind(model.moreProperty().isEqualTo(More.FAILED));
        var line = new HBox(words, again);
        line.getStyleClass().add("request-more");
        words.textProperty().bind(model.moreProperty().map(more -> texts.get("request.more." + more)));
        line.visibleProperty().bind(model.moreProperty().map(more -> more == More.READING || more == More.FAILED));
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node bar() {
        var count = Labels.strong("");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var actions = new RequestActionsView(
                "request-bar",
                texts,
                model.decisions(),
                action -> several -> texts.get("request.actionSeveral." + action, several));
        HBox.setHgrow(actions, Priority.ALWAYS);
        var clear = Buttons.quiet("request-unmark", texts.get("request.unmark"), model.marks()::none);
        clear.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(count, actions, clear);
        bar.setId("request-bar");
        bar.getStyleClass().add("request-bar");
        model.marks().property().subscribe(marked -> {
            count.setText(texts.get("request.marked", marked.size()));
            actions.show(marked);
            bar.setVisible(!marked.isEmpty());
        });
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }
}
