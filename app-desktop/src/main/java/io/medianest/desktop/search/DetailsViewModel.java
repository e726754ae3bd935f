package io.medianest.desktop.search;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.Subscription;
import io.medianest.desktop.request.RequestDecisionsViewModel;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Poster;
import io.medianest.desktop.ui.Posters;
import io.medianest.desktop.ui.Screen;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.Season;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// One title: what is known of it, and the household's request for it as it moves on. Belongs to the FX thread.
public final class DetailsViewModel implements EventListener {
    private final TitleKey title;
    private final Server server;
    private final Async async;
    private final Notices notices;
    private final Clock clock;
    private final Subscription subscription;
    private final RequestDecisionsViewModel decisions;
    private final ReadOnlyObjectWrapper<Screen<MediaDetails>> screen = new ReadOnlyObjectWrapper<>(Screen.loading());
    private final ReadOnlyObjectWrapper<@Nullable RequestDetails> request = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private @Nullable Instant readAt;

    /// What it asks and hears of the server.
    ///
    /// @param me the person at the window, once that is known
    public record Server(MediaNestApi api, Events events, LiveBoard board, ObservableValue<@Nullable User> me) {}

    /// What a person chose beside the title.
    ///
    /// @param comment may be empty
    /// @param seasons of a series; empty means all
    public record Choice(Quality quality, String comment, List<Integer> seasons) {}

    /// How a season stands with the household.
    public enum SeasonStanding {
        /// It may be asked for.
        FREE,
        REQUESTED,
        AVAILABLE
    }

    private record Keys(TitleKey title, String what) {}

    public DetailsViewModel(TitleKey title, Server server, Async async, Notices notices, Clock clock) {
        this.title = title;
        this.server = server;
        this.async = async;
        this.notices = notices;
        this.clock = clock;
        this.subscription = server.events().listen(this);
        this.decisions = new RequestDecisionsViewModel(server.api(), async, notices, server.me(), this::decided);
    }

    /// Reads the title anew; what is shown stays meanwhile.
    public void read() {
        screen.set(screen.get().whileReading());
        async.latest(new Keys(title, "details"), () -> server.api().details(title))
                .then(this::show, this::failed);
    }

    private void show(MediaDetails details) {
        readAt = clock.instant();
        screen.set(Screen.of(details));
        MediaRequest known = server.board().request(title);
        String id = known == null ? details.item().availability().requestId() : known.id();
        if (id != null) {
            readRequest(id);
        }
    }

    /// Whether the person at the window asked for it.
    public boolean isMine(MediaRequest made) {
        return server.board().isMine(made);
    }

    private void failed(ApiException problem) {
        Instant since = readAt;
        screen.set(since == null ? Screen.failed(problem) : screen.get().afterFailure(problem, since));
    }

    private void readRequest(String id) {
        async.latest(new Keys(title, "request"), () -> server.api().request(id)).then(request::set, notices::problem);
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.RequestCreated(MediaRequest created) -> moved(created);
            case ServerEvent.RequestChanged(MediaRequest changed) -> moved(changed);
            case ServerEvent.ServiceChecked _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.NotificationAdded _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Not shown here.
            }
        }
    }

    private void moved(MediaRequest changed) {
        if (!changed.key().equals(title)) {
            return;
        }
        RequestDetails known = request.get();
        if (known != null
                && isOnlyProgress(known.request(), changed)
                && changed.status().isOpen()) {
            request.set(new RequestDetails(changed, known.statusHistory(), known.media()));
            return;
        }
        if (changed.status() == RequestStatus.AVAILABLE) {
            // Now it can be opened in Plex: the title itself says how.
            read();
        }
        readRequest(changed.id());
    }

    private void decided(MediaRequest changed) {
        server.board().note(changed);
        moved(changed);
    }

    private static boolean isOnlyProgress(MediaRequest known, MediaRequest changed) {
        return known.id().equals(changed.id())
                && known.status() == changed.status()
                && known.stage() == changed.stage();
    }

    @Override
    public void missedSome() {
        read();
    }

    /// Asks for the title.
    public void ask(Choice choice) {
        String comment = choice.comment().isBlank() ? null : choice.comment().strip();
        var wish = new NewMediaRequest(
                title.tmdbId(), title.mediaType(), choice.quality(), comment, named(choice.seasons()));
        asking.set(true);
        async.run(() -> server.api().request(wish)).then(this::asked, problem -> {
            asking.set(false);
            notices.problem(problem);
        });
    }

    /// The seasons to name: none for a whole series, unless the library has some of it already.
    private @Nullable List<Integer> named(List<Integer> chosen) {
        if (chosen.isEmpty()) {
            return null;
        }
        return screen.get() instanceof Screen.Content<MediaDetails> shown && isWhole(shown.value(), chosen)
                ? null
                : chosen;
    }

    private static boolean isWhole(MediaDetails details, List<Integer> chosen) {
        return !details.item().availability().plex()
                && hasSeasons(details)
                && Objects.requireNonNull(details.seasons()).stream()
                        .map(Season::seasonNumber)
                        .filter(number -> number > 0)
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(chosen));
    }

    private void asked(MediaRequest made) {
        asking.set(false);
        server.board().note(made);
        notices.tell(Tone.GOOD, "search.requested", made.title());
        readRequest(made.id());
    }

    /// Asks for one of the titles that are recommended.
    public void askFor(Poster<TitleKey> poster) {
        var wish = new NewMediaRequest(poster.key().tmdbId(), poster.key().mediaType(), null, null, null);
        async.run(() -> server.api().request(wish))
                .then(
                        made -> {
                            server.board().note(made);
                            notices.tell(Tone.GOOD, "search.requested", made.title());
                            read();
                        },
                        notices::problem);
    }

    /// The recommended titles as cards.
    public List<Poster<TitleKey>> recommended(MediaDetails details) {
        return details.recommendations().stream()
                .map(item -> Posters.of(item, server.board().request(item.key())))
                .toList();
    }

    /// Whether asking for it makes sense: no request for it is open, and it is not in the library, unless it is a
    /// series, which may lack seasons.
    public boolean isAskable(MediaDetails details, @Nullable RequestDetails known) {
        if (known != null && isWaitedFor(known.request())) {
            return false;
        }
        boolean there = details.item().availability().plex()
                || (known != null && known.request().status() == RequestStatus.AVAILABLE);
        return !there || hasSeasons(details);
    }

    /// How a season stands, as far as the household's newest request for the series tells.
    public SeasonStanding standing(Season season) {
        RequestDetails known = request.get();
        if (known == null || !isAbout(known.request(), season.seasonNumber())) {
            return SeasonStanding.FREE;
        }
        if (known.request().status() == RequestStatus.AVAILABLE) {
            // Whoever asked for the whole series could not mean a season that has come since.
            return known.request().seasons() == null ? SeasonStanding.FREE : SeasonStanding.AVAILABLE;
        }
        return isWaitedFor(known.request()) ? SeasonStanding.REQUESTED : SeasonStanding.FREE;
    }

    /// A whole series is asked for without its specials.
    private static boolean isAbout(MediaRequest made, int season) {
        List<Integer> named = made.seasons();
        return named == null ? season > 0 : named.contains(season);
    }

    private static boolean isWaitedFor(MediaRequest request) {
        return request.status().isOpen() && request.stage() != RequestStage.FAILED;
    }

    private static boolean hasSeasons(MediaDetails details) {
        List<Season> seasons = details.seasons();
        return seasons != null && !seasons.isEmpty();
    }

    /// Ends what listens.
    public void close() {
        subscription.close();
        async.cancel(new Keys(title, "details"));
        async.cancel(new Keys(title, "request"));
    }

    public ReadOnlyObjectProperty<Screen<MediaDetails>> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /// The household's newest request for it; absent without one.
    public ReadOnlyObjectProperty<@Nullable RequestDetails> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /// What can be decided about the request.
    public RequestDecisionsViewModel decisions() {
        return decisions;
    }

    /// Whether a request is being sent.
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
