package io.medianest.desktop.home;

import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.LiveBoard;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Notices;
import io.medianest.model.account.User;
import java.time.Clock;
import java.time.LocalTime;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The first screen. Its parts are read side by side, so that one that is slow or fails leaves the others alone.
/// Belongs to the FX thread.
public final class HomeViewModel {
    private final Events events;
    private final Clock clock;
    private final OpenRequestsViewModel requests;
    private final TrendingViewModel trending;
    private final ServiceLightsViewModel services;
    private final GlanceViewModel glance;
    private final NewTitlesViewModel newest;
    private final RunningDownloadsViewModel downloads;

    /// Reads nothing before it is started.
    ///
    /// @param me the person at the window, once that is known
    /// @param clock in the time zone of the window
    public HomeViewModel(
            MediaNestApi api,
            Events events,
            LiveBoard board,
            Async async,
            Notices notices,
            ObservableValue<@Nullable User> me,
            Clock clock) {
        this.events = events;
        this.clock = clock;
        this.requests = new OpenRequestsViewModel(api, async, me, clock);
        this.trending = new TrendingViewModel(api, async, board, notices);
        this.services = new ServiceLightsViewModel(api, async, clock);
        this.glance = new GlanceViewModel(api, async, clock);
        this.newest = new NewTitlesViewModel(api.library(), async, clock);
        this.downloads = new RunningDownloadsViewModel(api.downloads(), async, me, clock);
    }

    /// Reads everything and keeps up with the events from now on.
    public void start() {
        requests.start(events);
        trending.start();
        services.start(events);
        glance.start(events);
        newest.start(events);
        downloads.start(events);
    }

    /// Reads everything again; what is shown stays meanwhile.
    public void refresh() {
        requests.refresh();
        trending.refresh();
        services.refresh();
        glance.refresh();
        newest.refresh();
        downloads.refresh();
    }

    public void close() {
        requests.close();
        trending.close();
        services.close();
        glance.close();
        newest.close();
        downloads.close();
    }

    public DayPart dayPart() {
        return DayPart.of(LocalTime.now(clock));
    }

    public OpenRequestsViewModel requests() {
        return requests;
    }

    public TrendingViewModel trending() {
        return trending;
    }

    public ServiceLightsViewModel services() {
        return services;
    }

    public GlanceViewModel glance() {
        return glance;
    }

    public NewTitlesViewModel newest() {
        return newest;
    }

    public RunningDownloadsViewModel downloads() {
        return downloads;
    }
}
