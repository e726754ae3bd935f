package io.medianest.server.account;

import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.event.EventBus;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.security.CsrfTokens;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.OpaqueTokens;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.platform.security.SessionTokens;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// People, how they sign in and what proves who they are: what the rest of the program sees of this package.
public final class AccountFeature implements AutoCloseable {
    private final SessionListeners listeners;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final Accounts accounts;
    private final Profiles profiles;
    private final LocalAccess localAccess;
    private final CredentialChecks credentials;
    private final CsrfTokens csrf;
    private final PlexSignIn plexSignIn;
    private final PairingCodes pairingCodes;
    private final SignedInDevices devices;
    private final PageAddress page;
    private final OpaqueTokens opaqueTokens;
    private final Clock clock;

    /// @param database with the tables of people and sessions; the owner is made in it if need be
    public AccountFeature(
            Database database, EventBus events, MasterKey masterKey, Owner owner, Surroundings around, Clock clock) {
        this.listeners = new SessionListeners(database.link());
        var ids = new Ids();
        var random = new SecureRandom();
        this.clock = clock;
        this.opaqueTokens = new OpaqueTokens(random);
        this.csrf = new CsrfTokens(masterKey, clock, random);
        var sessionTokens = new SessionTokens(masterKey, clock);
        this.sessions = new Sessions(database, sessionTokens, listeners, ids, clock);
        this.apiTokens = new ApiTokens(database, opaqueTokens, listeners, ids, clock);
        this.accounts = new Accounts(database, sessions, around.statistics(), listeners, ids, clock);
        this.profiles = new Profiles(database, accounts, events, clock);
        this.localAccess = LocalAccess.fresh(accounts.localOwner(owner.name()), opaqueTokens, owner.adminToken());
        this.credentials = new CredentialChecks(accounts, sessions, apiTokens, sessionTokens, localAccess);
        this.devices = new SignedInDevices(database, sessions, apiTokens, clock);
        this.page = around.page();
        this.pairingCodes = new PairingCodes(database, apiTokens, accounts, random, clock);
        var admission = new PlexAdmission(database, accounts, new SecretBox(masterKey, random), ids, clock);
        this.plexSignIn = new PlexSignIn(
                around.plex(),
                around.householdServer(),
                admission,
                sessions,
                new WaitingPins(database, ids, clock),
                clock,
                Thread::sleep);
    }

    /// Who this machine belongs to.
    ///
    /// @param adminToken a credential of theirs that was given from outside, or null
    public record Owner(String name, @Nullable Secret adminToken) {}

    /// What accounts need of the rest.
    ///
    /// @param page where phones find the server
    public record Surroundings(
            PlexAccounts plex, HouseholdServer householdServer, StatisticsSource statistics, PageAddress page) {}

    public Accounts accounts() {
        return accounts;
    }

    public Profiles profiles() {
        return profiles;
    }

    public CredentialChecks credentials() {
        return credentials;
    }

    public CsrfTokens csrf() {
        return csrf;
    }

    /// The credential of the program's own window, valid while this process runs. To be kept in memory only.
    public Secret windowCredential() {
        return localAccess.window();
    }

    /// @param listener hears from now on who must not go on
    public void listen(SessionListener listener) {
        listeners.add(listener);
    }

    public List<Routes> routes() {
        return List.of(
                new AuthRoutes(plexSignIn, sessions, accounts, credentials, pairingCodes, csrf, clock),
                new CsrfRoutes(csrf, opaqueTokens),
                new ProfileRoutes(accounts, profiles),
                new SessionRoutes(devices),
                new AccountAdminRoutes(accounts, apiTokens, pairingCodes, page));
    }

    /// Writes down when sessions and tokens were used last.
    public void flush() {
        sessions.flush();
        apiTokens.flush();
    }

    @Override
    public void close() {
        apiTokens.close();
        sessions.close();
    }
}
