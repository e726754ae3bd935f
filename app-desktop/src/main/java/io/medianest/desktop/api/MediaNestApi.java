package io.medianest.desktop.api;

import io.medianest.model.account.PairingCode;
import io.medianest.model.account.SessionInfo;
import io.medianest.model.account.SessionList;
import io.medianest.model.dashboard.DashboardStats;
import io.medianest.model.media.MediaDetails;
import io.medianest.model.media.MediaPage;
import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestPage;
import io.medianest.model.server.ServerInfo;
import io.medianest.model.status.Health;
import io.medianest.model.status.StatusHistory;
import io.medianest.model.status.StatusReport;
import org.jspecify.annotations.Nullable;

/// The server's API, one method an endpoint. The methods block and are thread-safe; an interrupt ends the wait.
/// Every one throws [ApiException] when the server says no or nothing.
public interface MediaNestApi {
    Health health();

    SessionInfo session();

    /// The language in which the person at the window is told news.
    ///
    /// @param language an IETF tag
    void speak(String language);

    /// Where the server is.
    ServerInfo serverInfo();

    /// A code for one more device, which then acts as the person who asked for it.
    PairingCode pairingCode();

    /// Where people of the household are signed in; for admins.
    SessionList sessions();

    /// Signs a device out, whose ever it is; for admins.
    void endSession(String id);

    /// Titles that match.
    ///
    /// @param type both films and series when absent
    MediaPage search(String query, @Nullable MediaType type, Page page);

    /// What people watch these days.
    ///
    /// @param type both films and series when absent
    /// @param page counted from 1
    MediaPage trending(@Nullable MediaType type, int page);

    MediaDetails details(TitleKey title);

    /// Asks for a title.
    MediaRequest request(NewMediaRequest wish);

    RequestPage requests(RequestFilter filter);

    RequestDetails request(String id);

    /// Takes a request back; possible while it is pending.
    void cancel(String id);

    MediaRequest approve(String id, @Nullable String comment);

    MediaRequest deny(String id, @Nullable String comment);

    /// Brings a failed request back into the queue.
    MediaRequest retry(String id, @Nullable String comment);

    StatusReport serviceStatus();

    /// How a service did.
    ///
    /// @param window 1h, 24h, 7d or 30d
    StatusHistory serviceHistory(String name, String window);

    /// What the person at the window is told.
    NotificationApi notifications();

    /// Whether this window itself has changed what is behind this address of the server in the last moments.
    ///
    /// @param address as in `Notification.actionUrl`
    boolean changedJustNow(String address);

    /// What only keepers of the server need.
    OperationsApi operations();

    /// The household at a glance: one's own numbers, for an admin everybody's.
    DashboardStats stats();

    /// What can be watched.
    LibraryApi library();

    /// Videos: what they are, and what is downloaded of them.
    DownloadApi downloads();

    /// What can be set, and the services that it is about; for admins.
    SettingsApi settings();

    /// The people of the household; for admins.
    PeopleApi people();

    /// Tokens of devices, and where oneself is signed in.
    TokenApi tokens();

    /// Where notifications go beside the program; for admins.
    OutgoingApi outgoing();

    /// Backups, and the programs that downloads need; for admins.
    UpkeepApi upkeep();
}
