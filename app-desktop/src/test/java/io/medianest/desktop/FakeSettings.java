package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.SettingsApi;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.settings.Discovery;
import io.medianest.model.settings.FoundKind;
import io.medianest.model.settings.FoundService;
import io.medianest.model.settings.ServiceProblem;
import io.medianest.model.settings.ServiceTest;
import io.medianest.model.settings.SettingChanges;
import io.medianest.model.settings.SettingChoice;
import io.medianest.model.settings.SettingEntry;
import io.medianest.model.settings.SettingKind;
import io.medianest.model.settings.SettingList;
import io.medianest.model.settings.SettingSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Settings that live in memory, with the server's rule that a key belongs to its address. Not thread-safe.
public final class FakeSettings implements SettingsApi {
    private static final String HIDDEN = "••••";

    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    /// How each service answers a trial; the others work.
    public final Map<String, ServiceTest> answers = new LinkedHashMap<>();

    /// What answers in the house.
    public final List<FoundService> house = new ArrayList<>(List.of(
            new FoundService(FoundKind.PLEX, "attic", "http://192.168.1.5:32400", "1.43.0"),
            new FoundService(FoundKind.OVERSEERR, "Overseerr", "http://192.168.1.5:5055", "1.34.0")));

    private final Map<String, SettingEntry> entries = new LinkedHashMap<>();
    private @Nullable ApiException failure;

    FakeSettings() {
        address("plex.url");
        secret("plex.token");
        secret("plex.webhook-secret");
        address("overseerr.url");
        secret("overseerr.api-key");
        secret("overseerr.webhook-secret");
        secret("tmdb.api-key");
        address("uptime-kuma.url");
        add("uptime-kuma.status-page", SettingKind.TEXT, null);
        secret("uptime-kuma.api-key");
        secret("uptime-kuma.webhook-secret");
        add("server.host", SettingKind.TEXT, null);
        add("server.port", SettingKind.NUMBER, "4000");
        add("server.mdns", SettingKind.FLAG, "true");
        add("server.anonymous-search", SettingKind.FLAG, "false");
        add("server.public-url", SettingKind.ADDRESS, null);
        add("server.allowed-hosts", SettingKind.TEXT, null);
        add("server.cors-origins", SettingKind.TEXT, null);
        add("server.trusted-proxies", SettingKind.TEXT, "127.0.0.0/8,::1");
        add("youtube.yt-dlp", SettingKind.TEXT, "yt-dlp");
        add("youtube.ffmpeg", SettingKind.TEXT, "ffmpeg");
        add("youtube.directory", SettingKind.TEXT, null);
        add("youtube.layout", SettingKind.CHOICE, "plex");
        add("youtube.concurrency", SettingKind.NUMBER, "3");
        add("youtube.rate-limit", SettingKind.TEXT, null);
        add("youtube.min-free-space", SettingKind.TEXT, "2GB");
        add("youtube.subtitles", SettingKind.TEXT, null);
        add("youtube.sponsorblock", SettingKind.FLAG, "false");
        add("youtube.nfo", SettingKind.FLAG, "false");
        add("youtube.collections", SettingKind.FLAG, "true");
        add("youtube.cookies", SettingKind.SECRET_FILE, null);
        add("youtube.extra-hosts", SettingKind.TEXT, null);
        for (var limit : List.of("api", "sign-in", "requests", "downloads", "webhooks")) {
            add("limits." + limit, SettingKind.LIMIT, "20/1h");
        }
    }

    private void address(String key) {
        add(key, SettingKind.ADDRESS, null);
    }

    private void secret(String key) {
        add(key, SettingKind.SECRET, null);
    }

    private void add(String key, SettingKind kind, @Nullable String fallback) {
        put(entry(key, kind, fallback, fallback, SettingSource.DEFAULT, false));
    }

    private void put(SettingEntry entry) {
        entries.put(entry.key(), entry);
    }

    private static SettingEntry entry(
            String key,
            SettingKind kind,
            @Nullable String value,
            @Nullable String fallback,
            SettingSource source,
            boolean later) {
        boolean locked = source != SettingSource.DEFAULT && source != SettingSource.DATABASE;
        var choices = kind == SettingKind.CHOICE
                ? List.of(
                        new SettingChoice("plex", "Blender/Season 2014/Blender - s2014e1110 - Big Buck Bunny.mp4"),
                        new SettingChoice("flat", "Blender - Big Buck Bunny.mp4"),
                        new SettingChoice("film", "Big Buck Bunny (2014)/Big Buck Bunny (2014).mp4"))
                : null;
        return new SettingEntry(key, value, fallback, source, kind, locked, later, "about " + key, choices);
    }

    /// As if somebody had set it.
    public void set(String key, @Nullable String value) {
        put(as(key, value, value == null ? SettingSource.DEFAULT : SettingSource.DATABASE));
    }

    /// As if it were given before the start.
    public void lock(String key, String value, SettingSource source) {
        put(as(key, value, source));
    }

    private SettingEntry as(String key, @Nullable String value, SettingSource source) {
        var before = get(key);
        boolean secret = before.kind() == SettingKind.SECRET || before.kind() == SettingKind.SECRET_FILE;
        String now = value == null ? before.fallback() : value;
        boolean later = key.startsWith("server.") && !key.equals("server.anonymous-search") && value != null;
        return entry(key, before.kind(), secret && now != null ? HIDDEN : now, before.fallback(), source, later);
    }

    public SettingEntry get(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /// Makes every call fail from now on; null ends that.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    private void called(String what) {
        calls.add(what);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public SettingList list() {
        called("list");
        return all();
    }

    private SettingList all() {
        var list = List.copyOf(entries.values());
        return new SettingList(list, list.stream().anyMatch(SettingEntry::restartNeeded));
    }

    @Override
    public SettingList change(SettingChanges changes) {
        called("change " + changes.values());
        changes.values().forEach((key, value) -> check(key, value, changes));
        changes.values().forEach((key, value) -> set(key, value == null || value.isEmpty() ? null : value));
        return all();
    }

    private void check(String key, @Nullable String value, SettingChanges changes) {
        var entry = get(key);
        if (value != null && !value.isEmpty() && entry.kind() == SettingKind.ADDRESS) {
            if (!value.startsWith("http")) {
                throw invalid(key);
            }
            String secret = key.equals("plex.url") ? "plex.token" : "overseerr.api-key";
            if (get(secret).value() != null && !changes.values().containsKey(secret)) {
                throw invalid(secret);
            }
        }
        if (value != null && entry.kind() == SettingKind.NUMBER && !value.matches("\\d*")) {
            throw invalid(key);
        }
    }

    private static ApiException invalid(String key) {
        return new ApiException(
                new ApiProblem(ErrorCode.VALIDATION_ERROR, key + " cannot be taken", key), 400, "c-1", null);
    }

    @Override
    public ServiceTest test(String service, SettingChanges values) {
        called("test " + service + " " + values.values());
        return answers.getOrDefault(service, new ServiceTest(service, true, "1.34.0", 12L, null, null));
    }

    /// A trial that found something wrong.
    public static ServiceTest trouble(String service, ServiceProblem problem) {
        return new ServiceTest(service, false, null, null, problem, "What is wrong, in the server’s words");
    }

    @Override
    public Discovery discover() {
        called("discover");
        return new Discovery(house);
    }
}
