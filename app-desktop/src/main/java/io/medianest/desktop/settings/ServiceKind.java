package io.medianest.desktop.settings;

import io.medianest.model.settings.FoundKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The services that MediaNest works with, and the settings of each.
public enum ServiceKind {
    PLEX("plex", FoundKind.PLEX, "plex.url", "plex.webhook-secret"),
    OVERSEERR("overseerr", FoundKind.OVERSEERR, "overseerr.url", "overseerr.webhook-secret"),
    TMDB("tmdb", null, null, null),
    UPTIME_KUMA("uptime-kuma", FoundKind.UPTIME_KUMA, "uptime-kuma.url", "uptime-kuma.webhook-secret"),
    YOUTUBE("youtube", null, null, null);

    private final String id;
    private final @Nullable FoundKind found;
    private final @Nullable String address;
    private final @Nullable String webhookSecret;

    ServiceKind(String id, @Nullable FoundKind found, @Nullable String address, @Nullable String webhookSecret) {
        this.id = id;
        this.found = found;
        this.address = address;
        this.webhookSecret = webhookSecret;
    }

    /// As the server calls it.
    public String id() {
        return id;
    }

    /// As what it is found in the house; absent for what is not.
    public @Nullable FoundKind found() {
        return found;
    }

    /// The setting of its address; absent where that is always the same.
    public @Nullable String address() {
        return address;
    }

    /// The settings beside the address: keys and the like.
    public List<String> others() {
        return switch (this) {
            case PLEX -> List.of("plex.token");
            case OVERSEERR -> List.of("overseerr.api-key");
            case TMDB -> List.of("tmdb.api-key");
            case UPTIME_KUMA -> List.of("uptime-kuma.status-page", "uptime-kuma.api-key");
            case YOUTUBE -> List.of("youtube.yt-dlp", "youtube.ffmpeg");
        };
    }

    /// The setting that lets its webhook in; absent for what has none.
    public @Nullable String webhookSecret() {
        return webhookSecret;
    }
}
