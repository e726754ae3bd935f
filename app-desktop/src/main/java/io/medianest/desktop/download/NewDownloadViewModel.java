package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.DownloadApi;
import io.medianest.desktop.shell.Links;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadFormat;
import io.medianest.model.download.DownloadStatus;
import io.medianest.model.download.MediaPreview;
import io.medianest.model.download.NewDownload;
import io.medianest.model.download.PlaylistMetadata;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// From an address to a download: what is behind it, what of it is wanted, into the queue. An address is looked up as
/// soon as it looks like one. Belongs to the FX thread.
public final class NewDownloadViewModel {
    private static final Duration TYPING = Duration.ofMillis(300);

    private final DownloadApi api;
    private final Async async;
    private final Notices notices;
    private final Consumer<Download> onAdded;
    private final Object looking = new Object();
    private final StringProperty address = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Lookup> lookup = new ReadOnlyObjectWrapper<>(new Lookup.Nothing());
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SOUND);
    private final ObjectProperty<DownloadFormat> format = new SimpleObjectProperty<>(DownloadFormat.MP4);
    private final ReadOnlyObjectWrapper<Picks> picks = new ReadOnlyObjectWrapper<>(new Picks(List.of()));
    private final ObservableValue<Number> picked = picks.flatMap(Picks::countProperty);
    private final ReadOnlyBooleanWrapper adding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> refusal = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> following = FXCollections.observableArrayList();
    private final ObservableList<String> shownFollowing = FXCollections.unmodifiableObservableList(following);
    private final ReadOnlyIntegerWrapper handedOver = new ReadOnlyIntegerWrapper();
    private String lookedUp = "";

    /// Looks nothing up before there is an address.
    ///
    /// @param onAdded is told of what was put into the queue
    public NewDownloadViewModel(DownloadApi api, Async async, Notices notices, Consumer<Download> onAdded) {
        this.api = api;
        this.async = async;
        this.notices = notices;
        this.onAdded = onAdded;
        address.subscribe(this::typed);
        choice.subscribe(chosen -> {
            refusal.set(null);
            if (!chosen.formats().contains(format.get())) {
                format.set(chosen.formats().getFirst());
            }
        });
        format.subscribe(_ -> refusal.set(null));
    }

    /// What stands in the field.
    public StringProperty addressProperty() {
        return address;
    }

    public ReadOnlyObjectProperty<Lookup> lookupProperty() {
        return lookup.getReadOnlyProperty();
    }

    /// What can be chosen of what was found, the best first.
    public ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public ObjectProperty<DownloadFormat> formatProperty() {
        return format;
    }

    /// Of the playlist that was found; empty for a video.
    public ReadOnlyObjectProperty<Picks> picksProperty() {
        return picks.getReadOnlyProperty();
    }

    /// How many videos of the playlist are ticked.
    public ObservableValue<Number> pickedProperty() {
        return picked;
    }

    /// It is being put into the queue.
    public ReadOnlyBooleanProperty addingProperty() {
        return adding.getReadOnlyProperty();
    }

    /// Why it was not put into the queue.
    public ReadOnlyObjectProperty<@Nullable ApiException> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Addresses were pasted or dropped: the only ones that count now. The first is looked up, the others have their
    /// turn when it is in the queue or has been left out.
    public void take(String text) {
        List<String> several = Links.videos(text);
        if (text.length() > Links.LONGEST) {
            notices.tell(Tone.WAITING, "download.address.tooLong", Links.LONGEST);
        }
        following.setAll(several.stream().skip(1).toList());
        handedOver.set(handedOver.get() + 1);
        turnTo(several.isEmpty() ? Link.in(text) : new Link(several.getFirst()));
    }

    /// Goes on with what another one was about to do, in another language. What that one is putting into the queue, it
    /// puts there; with what follows this one goes on.
    public void takeOver(NewDownloadViewModel before) {
        following.setAll(before.following);
        before.following.clear();
        String under = before.address.get();
        if (!before.adding.get()) {
            address.set(under);
            return;
        }
        clear();
        before.adding.subscribe(adds -> {
            if (!adds && before.refusal.get() != null) {
                comeBack(under);
            }
        });
    }

    /// It was not taken after all.
    private void comeBack(String refused) {
        if (address.get().isEmpty()) {
            address.set(refused);
        } else {
            following.addFirst(refused);
        }
    }

    private void turnTo(Link link) {
        lookedUp = link.url();
        address.set(link.text());
        if (lookedUp.isEmpty()) {
            show(new Lookup.Nothing());
        } else {
            look(lookedUp, Duration.ZERO);
        }
    }

    /// Enter in the field: into the queue what was found, else look it up without waiting.
    public void enter() {
        String url = new Link(address.get()).url();
        if (lookup.get() instanceof Lookup.Found && url.equals(lookedUp)) {
            add(Again.NO);
        } else if (!url.isEmpty() && !(lookup.get() instanceof Lookup.Looking && url.equals(lookedUp))) {
            look(url, Duration.ZERO);
        }
    }

    /// How often addresses were pasted or dropped, for who wants to go on with them.
    public ReadOnlyIntegerProperty handedOverProperty() {
        return handedOver.getReadOnlyProperty();
    }

    /// The addresses that have their turn after this one.
    public ObservableList<String> following() {
        return shownFollowing;
    }

    /// Forgets the addresses that have not had their turn.
    public void leaveOutFollowing() {
        following.clear();
    }

    /// Forgets the address and what was found there, and turns to the next one.
    public void clear() {
        address.set("");
        if (!following.isEmpty()) {
            turnTo(new Link(following.removeFirst()));
        }
    }

    public void add() {
        add(Again.NO);
    }

    /// Once more, though it is there already.
    public void addAgain() {
        add(Again.YES);
    }

    private enum Again {
        YES,
        NO
    }

    private void typed(String text) {
        var link = new Link(text);
        if (link.url().equals(lookedUp)) {
            return;
        }
        if (link.isWhole()) {
            look(link.url(), TYPING);
            return;
        }
        async.cancel(looking);
        lookedUp = "";
        show(new Lookup.Nothing());
    }

    private void look(String url, Duration delay) {
        lookedUp = url;
        show(new Lookup.Looking());
        async.latest(looking, delay, () -> api.preview(url))
                .then(this::found, problem -> show(new Lookup.Failed(problem)));
    }

    private void found(MediaPreview preview) {
        List<Choice> offered = Choice.of(preview);
        picks.set(new Picks(preview instanceof PlaylistMetadata playlist ? playlist.entries() : List.of()));
        choices.set(offered);
        choice.set(Choice.usual(offered));
        show(new Lookup.Found(preview));
    }

    private void show(Lookup now) {
        refusal.set(null);
        lookup.set(now);
    }

    private void add(Again again) {
        if (!(lookup.get() instanceof Lookup.Found(MediaPreview preview)) || adding.get() || nothingPicked(preview)) {
            return;
        }
        adding.set(true);
        refusal.set(null);
        NewDownload wish = wish(preview, again);
        String asked = lookedUp;
        async.run(() -> api.add(wish)).then(made -> added(preview, asked, made), this::refused);
    }

    private boolean nothingPicked(MediaPreview preview) {
        return preview instanceof PlaylistMetadata
                && picks.get().countProperty().get() == 0;
    }

    private NewDownload wish(MediaPreview preview, Again again) {
        return new NewDownload(
                preview.url(),
                choice.get().quality(),
                format.get(),
                preview instanceof PlaylistMetadata ? picks.get().positions() : null,
                again == Again.YES ? true : null);
    }

    /// The field is free for the next, unless the next stands in it already.
    private void added(MediaPreview preview, String asked, Download made) {
        adding.set(false);
        String key = made.status() == DownloadStatus.PENDING ? "download.addedPending" : "download.added";
        notices.tell(Tone.GOOD, key, preview.title());
        if (new Link(address.get()).url().equals(asked)) {
            clear();
        }
        onAdded.accept(made);
    }

    private void refused(ApiException problem) {
        refusal.set(problem);
        adding.set(false);
    }

    /// The download that stands in the way, where the refusal names it.
    public @Nullable String obstacle() {
        ApiException problem = refusal.get();
        boolean named = problem != null
                && (problem.code() == ErrorCode.ALREADY_DOWNLOADED || problem.code() == ErrorCode.ALREADY_QUEUED);
        return named ? problem.details() : null;
    }

    /// Whether what stands in the way has ended, so that it can be loaded once more.
    public boolean canBeAddedAgain() {
        ApiException problem = refusal.get();
        return problem != null && problem.code() == ErrorCode.ALREADY_DOWNLOADED;
    }

    public void close() {
        async.cancel(looking);
    }
}
