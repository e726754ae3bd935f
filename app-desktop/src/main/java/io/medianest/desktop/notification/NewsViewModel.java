package io.medianest.desktop.notification;

import io.medianest.desktop.api.EventListener;
import io.medianest.desktop.api.Events;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.shell.Navigator;
import io.medianest.desktop.shell.Route;
import io.medianest.desktop.ui.Notices;
import io.medianest.desktop.ui.Texts;
import io.medianest.desktop.ui.Tone;
import io.medianest.model.account.User;
import io.medianest.model.event.ServerEvent;
import io.medianest.model.notification.Notification;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStatus;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// Tells the person at the window of what has happened elsewhere, as it happens; not of what they have done here just
/// now. Belongs to the FX thread.
public final class NewsViewModel implements EventListener {
    private static final String WISH = "/api/v1/media/request";

    private final MediaNestApi api;
    private final Navigator navigator;
    private final ObservableValue<@Nullable User> me;
    private Announcer announcer = Announcer.NONE;
    private @Nullable Voice voice;

    private record Voice(Notices notices, Texts texts) {}

    /// @param me the person at the window, once that is known
    public NewsViewModel(MediaNestApi api, Navigator navigator, ObservableValue<@Nullable User> me) {
        this.api = api;
        this.navigator = navigator;
        this.me = me;
    }

    /// Keeps up with the events from now on.
    public void follow(Events events) {
        events.listen(this);
    }

    /// Speaks through these from now on.
    public void speak(Notices notices, Texts texts) {
        voice = new Voice(notices, texts);
    }

    /// Speaks through this as well while the window is not in front.
    public void speak(Announcer other) {
        announcer = other;
    }

    @Override
    public void on(ServerEvent event) {
        switch (event) {
            case ServerEvent.NotificationAdded(var _, Notification news) -> tell(news);
            case ServerEvent.RequestCreated(MediaRequest request) -> tell(request);
            case ServerEvent.RequestChanged _,
                    ServerEvent.DownloadChanged _,
                    ServerEvent.DownloadProgressed _,
                    ServerEvent.ServiceChecked _,
                    ServerEvent.PreferencesChanged _,
                    ServerEvent.IncidentOpened _,
                    ServerEvent.IncidentResolved _ -> {
                // Whom that concerns is told by a notification.
            }
        }
    }

    private void tell(Notification news) {
        if (news.read() || isOwnDoing(news)) {
            return;
        }
        Route target = NewsTarget.of(news).orElseGet(Route.Notifications::new);
        say(
                NotificationWords.tone(news.type()),
                new Notices.News(news.title(), news.message(), () -> navigator.go(target)));
    }

    /// A yes or no that was given in this window, or that came at once to what was asked for here.
    private boolean isOwnDoing(Notification news) {
        if (news.type() != NotificationType.REQUEST_APPROVED && news.type() != NotificationType.REQUEST_DENIED) {
            return false;
        }
        String about = news.actionUrl();
        return api.changedJustNow(WISH) || (about != null && api.changedJustNow(about));
    }

    /// What others ask for waits for an admin, who alone hears of it.
    private void tell(MediaRequest request) {
        User user = me.getValue();
        Voice speaker = voice;
        boolean waits = request.status() == RequestStatus.PENDING;
        if (!waits || speaker == null || user == null || user.id().equals(request.userId())) {
            return;
        }
        Texts texts = speaker.texts();
        String who = Objects.requireNonNullElseGet(request.username(), () -> texts.get("notification.somebody"));
        say(
                Tone.WAITING,
                new Notices.News(
                        texts.get("notification.asked", who, request.title()),
                        texts.get("notification.asked.more"),
                        () -> navigator.go(new Route.Requests(request.id()))));
    }

    private void say(Tone tone, Notices.News news) {
        Voice speaker = voice;
        if (speaker != null) {
            speaker.notices().news(tone, news);
        }
        announcer.announce(news);
    }
}
