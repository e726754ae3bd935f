package io.medianest.server.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.model.event.ServerEvent.ServiceChecked;
import io.medianest.server.dashboard.ServiceBoard.Announcements;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.event.EventBus.Subscription;
import io.medianest.server.platform.link.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows on this server's board what another server has seen that looks at the services for all.
final class BoardEcho implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardEcho.class);
    private static final String TOPIC = "invited";

    private final ServiceBoard board;
    private final EventBus events;
    private @Nullable Subscription subscription;

    BoardEcho(ServiceBoard board, EventBus events, Link link) {
        this.board = board;
        this.events = events;
        board.onInvite((names, announcements) -> link.tell(TOPIC, written(new Invited(names, announcements))));
        link.on(TOPIC, this::invited);
    }

    private record Invited(List<String> names, Announcements announcements) {}

    void start() {
        subscription = events.subscribeEverywhere("board", published -> {
            if (published.event() instanceof ServiceChecked checked) {
                board.hear(checked.service());
            }
        });
    }

    private static String written(Invited invited) {
        try {
            return Json.strict().writeValueAsString(invited);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("announcements that cannot be written", e);
        }
    }

    private void invited(String text) {
        try {
            var invited = Json.lenient().readValue(text, Invited.class);
            board.welcome(invited.names, invited.announcements);
        } catch (JsonProcessingException e) {
            LOG.warn("what another server shows cannot be read", e);
        }
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
        }
    }
}
