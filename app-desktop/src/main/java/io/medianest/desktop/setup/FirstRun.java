package io.medianest.desktop.setup;

import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.Role;
import io.medianest.model.settings.SettingEntry;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether somebody starts this program for the first time: nothing is set, and nobody has been through the first
/// steps. A demo and the window of somebody who is no admin have no first time.
public final class FirstRun {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    /// Whoever has set one of these knows the way.
    private static final Set<String> TELLING = Set.of("plex.url", "overseerr.url", "tmdb.api-key", "uptime-kuma.url");

    private final MediaNestApi api;
    private final Async async;

    public FirstRun(MediaNestApi api, Async async) {
        this.api = api;
        this.async = async;
    }

    /// Has `begin` run if it is the first time.
    public void check(Runnable begin) {
        async.run(this::isFirst)
                .then(
                        first -> {
                            if (first) {
                                begin.run();
                            }
                        },
                        problem -> LOG.warn("Whether this is a first start cannot be told", problem));
    }

    private boolean isFirst() {
        boolean demo = Boolean.TRUE.equals(api.health().demo());
        if (demo || api.session().user().role() != Role.ADMIN) {
            return false;
        }
        return api.settings().list().settings().stream().noneMatch(FirstRun::tells);
    }

    private static boolean tells(SettingEntry entry) {
        return TELLING.contains(entry.key()) && entry.value() != null;
    }
}
