package io.medianest.desktop.api;

import io.medianest.model.account.PairingCode;
import io.medianest.model.account.SessionInfo;
import io.medianest.model.account.SessionList;
import io.medianest.model.account.User;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.Decision;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestPage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.server.ServerInfo;
import io.medianest.model.status.Health;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusReport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API over HTTP.
public final class HttpMediaNestApi implements MediaNestApi {
    private final HttpCalls calls;
    private final DownloadApi downloads;
    private final NotificationApi notifications;
    private final SettingsApi settings;
    private final PeopleApi people;
    private final TokenApi tokens;
    private final OutgoingApi outgoing;
    private final UpkeepApi upkeep;
    private final OperationsApi operations;
    private final LibraryApi library;

    public HttpMediaNestApi(HttpCalls calls) {
        this.calls = calls;
        this.downloads = new HttpDownloadApi(calls);
        this.notifications = new HttpNotificationApi(calls);
        this.settings = new HttpSettingsApi(calls);
        this.people = new HttpPeopleApi(calls);
        this.tokens = new HttpTokenApi(calls);
        this.outgoing = new HttpOutgoingApi(calls);
        this.upkeep = new HttpUpkeepApi(calls);
        this.operations = new HttpOperationsApi(calls);
        this.library = new HttpLibraryApi(calls);
    }

    @Override
    public Health health() {
        return calls.get(Address.of("health"), Health.class);
    }

    @Override
    public SessionInfo session() {
        return calls.get(Address.of("auth/session"), SessionInfo.class);
    }

    @Override
    public ServerInfo serverInfo() {
        return calls.get(Address.of("server/info"), ServerInfo.class);
    }

    @Override
    public void speak(String language) {
        calls.patch(Address.of("users/me"), Map.of("preferences", Map.of("language", language)), User.class);
    }

    @Override
    public PairingCode pairingCode() {
        return calls.post(Address.of("admin/pairing-codes"), Map.of(), PairingCode.class);
    }

    @Override
    public SessionList sessions() {
        return calls.get(Address.of("admin/sessions"), SessionList.class);
    }

    @Override
    public void endSession(String id) {
        calls.delete(Address.of("admin/sessions", id));
    }

    @Override
    public MediaPage search(String query, @Nullable MediaType type, Page page) {
        return calls.get(
                Address.of("media/search")
                        .with("q", query)
                        .with("type", wireName(type))
                        .with("page", page.number())
                        .with("limit", page.limit()),
                MediaPage.class);
    }

    @Override
    public MediaPage trending(@Nullable MediaType type, int page) {
        return calls.get(
                Address.of("media/trending").with("type", wireName(type)).with("page", page), MediaPage.class);
    }

    @Override
    public MediaDetails details(TitleKey title) {
        return calls.get(Address.of("media", title.mediaType().wireName(), title.tmdbId()), MediaDetails.class);
    }

    @Override
    public MediaRequest request(NewMediaRequest wish) {
        return calls.post(Address.of("media/request"), wish, MediaRequest.class);
    }

    @Override
    public RequestPage requests(RequestFilter filter) {
        RequestStatus status = filter.status();
        return calls.get(
                Address.of("media/requests")
                        .with("scope", filter.scope() == RequestFilter.Scope.ALL ? "all" : null)
                        .with("status", status == null ? null : status.wireName())
                        .with("mediaType", wireName(filter.mediaType()))
                        .with("search", filter.search())
                        .with("sort", filter.sort())
                        .with("page", filter.page().number())
                        .with("limit", filter.page().limit()),
                RequestPage.class);
    }

    @Override
    public RequestDetails request(String id) {
        return calls.get(Address.of("media/requests", id), RequestDetails.class);
    }

    @Override
    public void cancel(String id) {
        calls.delete(Address.of("media/requests", id));
    }

    @Override
    public MediaRequest approve(String id, @Nullable String comment) {
        return decide(id, "approve", comment);
    }

    @Override
    public MediaRequest deny(String id, @Nullable String comment) {
        return decide(id, "deny", comment);
    }

    @Override
    public MediaRequest retry(String id, @Nullable String comment) {
        return decide(id, "retry", comment);
    }

    private MediaRequest decide(String id, String verb, @Nullable String comment) {
        return calls.post(Address.of("media/requests", id, verb), new Decision(comment), MediaRequest.class);
    }

    @Override
    public StatusReport serviceStatus() {
        return calls.get(Address.of("dashboard/status"), StatusReport.class);
    }

    @Override
    public StatusHistory serviceHistory(String name, String window) {
        return calls.get(Address.of("dashboard/status", name, "history").with("window", window), StatusHistory.class);
    }

    @Override
    public NotificationApi notifications() {
        return notifications;
    }

    @Override
    public boolean changedJustNow(String address) {
        return calls.changedJustNow(address);
    }

    @Override
    public OperationsApi operations() {
        return operations;
    }

    @Override
    public DashboardStats stats() {
        return calls.get(Address.of("dashboard/stats"), DashboardStats.class);
    }

    @Override
    public LibraryApi library() {
        return library;
    }

    @Override
    public DownloadApi downloads() {
        return downloads;
    }

    @Override
    public SettingsApi settings() {
        return settings;
    }

    @Override
    public PeopleApi people() {
        return people;
    }

    @Override
    public TokenApi tokens() {
        return tokens;
    }

    @Override
    public OutgoingApi outgoing() {
        return outgoing;
    }

    @Override
    public UpkeepApi upkeep() {
        return upkeep;
    }

    private static @Nullable String wireName(@Nullable MediaType type) {
        return type == null ? null : type.wireName();
    }
}
