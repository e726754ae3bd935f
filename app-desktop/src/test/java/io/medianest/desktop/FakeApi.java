package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.MediaNestApi;
import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.RequestFilter;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.PairingCode;
import io.medianest.model.account.Preferences;
import io.medianest.model.account.Role;
import io.medianest.model.account.SessionInfo;
import io.medianest.model.account.SessionList;
import io.medianest.model.account.User;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.api.ApiProblem;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.model.api.Pagination;
import io.medianest.model.dashboard.Activity;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.Season;
import io.medianest.model.media.TitleKey;
import io.medianest.model.media.Video;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.Quality;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestPage;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.request.StatusChange;
import io.medianest.model.server.ServerInfo;
import io.medianest.model.server.SignInMethod;
import io.medianest.model.status.Health;
import io.medianest.model.status.Incident;
import io.medianest.model.status.IncidentDetails;
import io.medianest.model.status.OverallStatus;
import io.medianest.model.status.ServiceState;
import io.medianest.model.status.ServiceStatus;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusReport;
import io.medianest.model.status.StatusSample;
import io.medianest.model.status.Uptimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A household's server that lives in memory: the titles of [FakeTitles], requests that are remembered, and a switch
/// that makes every call fail. Not thread-safe.
public final class FakeApi implements MediaNestApi {
    /// When everything here happens.
    public static final Instant NOW = Instant.parse("2026-11-21T18:10:00Z");

    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    /// A picture of one pixel.
    public static final String PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAA"
            + "DUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    /// Where people are signed in.
    public final List<ActiveSession> signedIn = new ArrayList<>(List.of(
            session("ses_1", "Mia's phone", NOW.minusSeconds(60)), session("ses_2", null, NOW.minusSeconds(7200))));

    /// Everything that was asked for, oldest first.
    public final List<NewMediaRequest> wishes = new ArrayList<>();

    /// The videos of the household.
    public final FakeDownloads downloads = new FakeDownloads();

    /// What people are told.
    public final FakeNotifications notifications = new FakeNotifications();

    /// Addresses of what this window has just changed.
    public final Set<String> changed = new HashSet<>();

    /// Whether it plays a made-up household.
    public boolean demo = true;

    /// What can be set.
    public final FakeSettings settings = new FakeSettings();

    /// The people of the household.
    public final FakePeople people = new FakePeople();

    /// Tokens of devices.
    public final FakeTokens tokens = new FakeTokens();
    public final FakeOutgoing outgoing = new FakeOutgoing();

    /// Backups and programs.
    public final FakeUpkeep upkeep = new FakeUpkeep();

    /// The inside of the server.
    public final FakeOperations operations = new FakeOperations(this::called);

    /// What is announced.
    public final List<Incident> maintenance = new ArrayList<>();

    /// What the household can watch.
    public final FakeLibrary library = new FakeLibrary();

    /// What moved last, the latest first.
    public final List<Activity> activity = new ArrayList<>(List.of(
            activity("request", "req_8", "Big Buck Bunny", "available", 2, "You"),
            activity("request", "req_3", "Tears of Steel", "pending", 9, "Kitchen tablet"),
            activity("download", "dl_1", "Spring — Blender Open Movie", "completed", 64, "You"),
            activity("request", "req_2", "Nosferatu", "approved", 180, "You")));

    private final List<MediaItem> titles = FakeTitles.all();
    private final Map<String, MediaRequest> requests = new LinkedHashMap<>();
    private final List<ServiceStatus> services = new ArrayList<>(List.of(
            service("plex", "Plex", ServiceState.ONLINE, 38L, "1.43.0"),
            service("overseerr", "Overseerr", ServiceState.ONLINE, 52L, "1.34.0"),
            service("tmdb", "TMDB", ServiceState.DEGRADED, 812L, "Answers slowly"),
            service("uptime-kuma", "Uptime Kuma", ServiceState.ONLINE, 24L, "12 monitors")));
    private @Nullable ApiException failure;

    public FakeApi() {
        add("Metropolis", RequestStatus.APPROVED, RequestStage.DOWNLOADING, 62);
        add("Nosferatu", RequestStatus.APPROVED, RequestStage.SUBMITTED, null);
        add("Tears of Steel", RequestStatus.PENDING, RequestStage.QUEUED, null);
        add("Charade", RequestStatus.PENDING, RequestStage.QUEUED, null);
    }

    private static Activity activity(
            String type, String id, String title, String status, int minutesAgo, String username) {
        return new Activity(
                type, id, title, status, NOW.minus(Duration.ofMinutes(minutesAgo)), username, "/api/v1/" + id);
    }

    private static ActiveSession session(String id, @Nullable String device, Instant usedAt) {
        return new ActiveSession(id, "usr_1", "mia", device, "192.168.1.7", usedAt, usedAt, NOW.plusSeconds(90), false);
    }

    private void add(String title, RequestStatus status, RequestStage stage, @Nullable Integer progress) {
        MediaItem item = title(title);
        keep(new MediaRequest(
                "req_" + (requests.size() + 1),
                item.id(),
                item.type(),
                item.title(),
                item.year(),
                item.poster(),
                status,
                stage,
                Quality.FULL_HD,
                "For Saturday, please.",
                null,
                "usr_1",
                "You",
                null,
                progress,
                null,
                NOW.minus(Duration.ofMinutes(8)),
                NOW,
                1));
    }

    /// The first title of this name.
    public MediaItem title(String name) {
        return titles.stream()
                .filter(item -> item.title().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Replaces a request or adds it.
    public void keep(MediaRequest request) {
        requests.put(request.id(), request);
    }

    /// Forgets all requests.
    public void clearRequests() {
        requests.clear();
    }

    /// Forgets one request.
    public void removeRequest(String id) {
        requests.remove(id);
    }

    /// The requests there are, oldest first.
    public List<MediaRequest> all() {
        return List.copyOf(requests.values());
    }

    public List<ServiceStatus> services() {
        return services;
    }

    /// From now on every call fails like this; with `null` they succeed again.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    /// A failure with everything that a person may be shown.
    public static ApiException problem(ErrorCode code) {
        return new ApiException(new ApiProblem(code, "In words", null), code.httpStatus(), "c0ffee-42", null);
    }

    /// A service that nobody has set up.
    public static ServiceStatus unset(String name) {
        return new ServiceStatus(name, name, ServiceState.UNKNOWN, null, NOW, "Not configured", null, false);
    }

    private void called(String call) {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Health health() {
        called("health");
        return new Health("healthy", "medianest", "0.1.0", NOW, 60, null, demo);
    }

    @Override
    public SessionInfo session() {
        called("session");
        return new SessionInfo(user(), null);
    }

    /// The owner.
    public User user() {
        return new User(
                "usr_1", "You", null, null, Role.ADMIN, null, Preferences.NONE, UserStatistics.NONE, NOW, NOW, null);
    }

    @Override
    public ServerInfo serverInfo() {
        called("serverInfo");
        return new ServerInfo(
                "MediaNest on attic",
                "0.1.0",
                4000,
                "http://192.168.1.20:4000",
                List.of("http://192.168.1.20:4000", "http://attic.local:4000", "http://[fd00::20]:4000"),
                List.of(SignInMethod.PLEX, SignInMethod.PAIRING_CODE, SignInMethod.TOKEN),
                "/api/v1/server/qr");
    }

    @Override
    public void speak(String language) {
        called("speak " + language);
    }

    @Override
    public PairingCode pairingCode() {
        called("pairingCode");
        return new PairingCode("K7QWM2XD", 300, PICTURE);
    }

    @Override
    public SessionList sessions() {
        called("sessions");
        return new SessionList(List.copyOf(signedIn));
    }

    @Override
    public void endSession(String id) {
        called("endSession " + id);
        if (!signedIn.removeIf(session -> session.id().equals(id))) {
            throw new ApiException(
                    new ApiProblem(ErrorCode.NOT_FOUND, "There is no such session", null), 404, null, null);
        }
    }

    @Override
    public MediaPage search(String query, @Nullable MediaType type, Page page) {
        called("search " + query + " " + type + " " + page.number());
        String wanted = query.toLowerCase(Locale.ROOT);
        return page(
                titles.stream()
                        .filter(item -> item.title().toLowerCase(Locale.ROOT).contains(wanted))
                        .filter(item -> type == null || item.type() == type)
                        .toList(),
                page);
    }

    @Override
    public MediaPage trending(@Nullable MediaType type, int page) {
        called("trending " + type + " " + page);
        return page(
                titles.stream()
                        .filter(item -> type == null || item.type() == type)
                        .toList(),
                new Page(page, 20));
    }

    private static MediaPage page(List<MediaItem> all, Page page) {
        var query = new PageQuery(page.number(), page.limit());
        var items = all.stream().skip(query.offset()).limit(page.limit()).toList();
        return new MediaPage(items, Pagination.of(query, all.size()), null);
    }

    @Override
    public MediaDetails details(TitleKey title) {
        called("details " + title);
        MediaItem item = titles.stream()
                .filter(candidate -> candidate.key().equals(title))
                .findFirst()
                .orElseThrow(() -> problem(ErrorCode.NOT_FOUND));
        return new MediaDetails(
                item,
                FakeTitles.cast(),
                List.of(),
                List.of(new Video("Trailer", "Trailer", "YouTube", "https://www.youtube.com/watch?v=x")),
                titles.stream()
                        .filter(other -> !other.key().equals(title))
                        .limit(12)
                        .toList(),
                item.type() == MediaType.TV ? seasons() : null);
    }

    private static List<Season> seasons() {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(number -> new Season(number, number == 0 ? "Specials" : "Season " + number, 8, null))
                .toList();
    }

    @Override
    public MediaRequest request(NewMediaRequest wish) {
        called("request " + wish.tmdbId());
        wishes.add(wish);
        MediaItem item = titles.stream()
                .filter(candidate -> candidate.id().equals(wish.tmdbId()) && candidate.type() == wish.mediaType())
                .findFirst()
                .orElseThrow(() -> problem(ErrorCode.NOT_FOUND));
        add(item.title(), RequestStatus.PENDING, RequestStage.QUEUED, null);
        return Objects.requireNonNull(requests.get("req_" + requests.size()));
    }

    @Override
    public RequestPage requests(RequestFilter filter) {
        called("requests " + filter.scope() + " " + filter.status());
        List<MediaRequest> fitting = requests.values().stream()
                .filter(request -> filter.scope() == RequestFilter.Scope.ALL
                        || request.userId().equals(user().id()))
                .filter(request -> filter.status() == null || request.status() == filter.status())
                .filter(request -> filter.mediaType() == null || request.mediaType() == filter.mediaType())
                .filter(request -> matches(request, filter.search()))
                .toList();
        var query = new PageQuery(filter.page().number(), filter.page().limit());
        return new RequestPage(
                fitting.stream().skip(query.offset()).limit(query.limit()).toList(),
                Pagination.of(query, fitting.size()));
    }

    private static boolean matches(MediaRequest request, @Nullable String search) {
        return search == null || request.title().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    @Override
    public RequestDetails request(String id) {
        called("request " + id);
        MediaRequest request = known(id);
        var asked = new StatusChange(RequestStatus.PENDING, RequestStage.QUEUED, request.createdAt(), "You", null);
        var history = new ArrayList<>(List.of(asked));
        if (request.status() == RequestStatus.APPROVED) {
            history.add(new StatusChange(RequestStatus.APPROVED, RequestStage.QUEUED, NOW, "MediaNest", null));
            history.add(new StatusChange(RequestStatus.APPROVED, RequestStage.SUBMITTED, NOW, "Overseerr", null));
            history.add(new StatusChange(request.status(), request.stage(), NOW, "Overseerr", null));
        }
        return new RequestDetails(request, history, title(request.title()));
    }

    private MediaRequest known(String id) {
        MediaRequest request = requests.get(id);
        if (request == null) {
            throw problem(ErrorCode.NOT_FOUND);
        }
        return request;
    }

    @Override
    public void cancel(String id) {
        called("cancel " + id);
        keep(with(known(id), RequestStatus.CANCELLED, RequestStage.DONE));
    }

    @Override
    public MediaRequest approve(String id, @Nullable String comment) {
        called("approve " + id + " " + comment);
        return moved(id, RequestStatus.APPROVED, RequestStage.QUEUED);
    }

    @Override
    public MediaRequest deny(String id, @Nullable String comment) {
        called("deny " + id + " " + comment);
        return moved(id, RequestStatus.DENIED, RequestStage.DONE);
    }

    @Override
    public MediaRequest retry(String id, @Nullable String comment) {
        called("retry " + id + " " + comment);
        return moved(id, RequestStatus.APPROVED, RequestStage.QUEUED);
    }

    private MediaRequest moved(String id, RequestStatus status, RequestStage stage) {
        MediaRequest moved = with(known(id), status, stage);
        keep(moved);
        return moved;
    }

    /// The same request one version later.
    public static MediaRequest with(MediaRequest before, RequestStatus status, RequestStage stage) {
        return new MediaRequest(
                before.id(),
                before.tmdbId(),
                before.mediaType(),
                before.title(),
                before.year(),
                before.poster(),
                status,
                stage,
                before.quality(),
                before.comment(),
                before.seasons(),
                before.userId(),
                before.username(),
                before.overseerrId(),
                before.progress(),
                before.reason(),
                before.createdAt(),
                NOW,
                before.version() + 1);
    }

    /// Another request that is as this one, but for the moment at which it was made.
    public static MediaRequest madeAt(Instant createdAt, String id, MediaRequest like) {
        return new MediaRequest(
                id,
                id,
                like.mediaType(),
                like.title(),
                like.year(),
                like.poster(),
                like.status(),
                like.stage(),
                like.quality(),
                like.comment(),
                like.seasons(),
                like.userId(),
                like.username(),
                like.overseerrId(),
                like.progress(),
                like.reason(),
                createdAt,
                createdAt,
                like.version());
    }

    @Override
    public StatusReport serviceStatus() {
        called("serviceStatus");
        return new StatusReport(
                services,
                new OverallStatus(ServiceState.DEGRADED, 3, 4),
                operations.incidents.stream().map(IncidentDetails::incident).toList(),
                List.copyOf(maintenance));
    }

    @Override
    public StatusHistory serviceHistory(String name, String window) {
        called("serviceHistory " + name + " " + window);
        var samples = IntStream.range(0, 48)
                .mapToObj(i -> new StatusSample(
                        NOW.minus(Duration.ofMinutes(30L * (48 - i))),
                        i == 12 && name.equals("overseerr") ? 2_350L : 40L + (i * 37 + name.length() * 13) % 29,
                        i == 31 ? 0.5 : 1))
                .toList();
        return new StatusHistory(
                name, window, 0.998, samples, NOW.minus(Duration.ofDays(30)), new Uptimes(0.998, 0.9991, 0.9987));
    }

    @Override
    public FakeOperations operations() {
        return operations;
    }

    @Override
    public FakeNotifications notifications() {
        return notifications;
    }

    @Override
    public boolean changedJustNow(String address) {
        return changed.contains(address);
    }

    @Override
    public DashboardStats stats() {
        called("stats");
        return new DashboardStats(
                new DashboardStats.Summary(requests.size(), 2, 2, 2847, 12),
                List.copyOf(activity),
                new DashboardStats.QuickStats(4, 2, 540, 0.9));
    }

    @Override
    public FakeLibrary library() {
        return library;
    }

    @Override
    public FakeDownloads downloads() {
        return downloads;
    }

    private static ServiceStatus service(
            String name, String displayName, ServiceState state, Long responseTime, String message) {
        return new ServiceStatus(name, displayName, state, responseTime, NOW, message, 0.9991, true);
    }

    @Override
    public FakeSettings settings() {
        return settings;
    }

    @Override
    public FakePeople people() {
        return people;
    }

    @Override
    public FakeTokens tokens() {
        return tokens;
    }

    @Override
    public FakeOutgoing outgoing() {
        return outgoing;
    }

    @Override
    public FakeUpkeep upkeep() {
        return upkeep;
    }
}
