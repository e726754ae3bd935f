package io.medianest.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.account.Role;
import io.medianest.model.account.UserStatistics;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.event.ServerEvent;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.MovableClock;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.security.Caller;
import io.medianest.server.platform.security.CsrfTokens;
import io.medianest.server.platform.security.MasterKey;
import io.medianest.server.platform.security.OpaqueTokens;
import io.medianest.server.platform.security.SecretBox;
import io.medianest.server.platform.security.SessionTokens;
import io.medianest.server.testing.TestDatabase;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/// The whole feature over a fresh database, wired as the server wires it; only Plex is a fake.
final class Household implements AutoCloseable {
    static final Secret ADMIN_TOKEN = new Secret("an-admin-token-of-thirty-two-chars!");
    static final Sessions.Device PHONE = new Sessions.Device("Phone/1", "192.168.1.7");

    final MovableClock clock = new MovableClock();
    final SecureRandom random = new SecureRandom();
    final Ids ids = new Ids(random);
    final Database database = TestDatabase.open(ids.next("household"));
    final MasterKey master = new MasterKey(new byte[32]);
    final OpaqueTokens opaque = new OpaqueTokens(random);
    final SessionTokens sessionTokens = new SessionTokens(master, clock);
    final CsrfTokens csrf = new CsrfTokens(master, clock, random);
    final FakePlex plex = new FakePlex();
    final List<String> news = new CopyOnWriteArrayList<>();
    final Map<String, UserStatistics> statistics = new java.util.concurrent.ConcurrentHashMap<>();
    final SessionListeners listeners = new SessionListeners(database.link());
    final Sessions sessions = new Sessions(database, sessionTokens, listeners, ids, clock);
    final Accounts accounts = new Accounts(database, sessions, wanted -> statistics, listeners, ids, clock);
    final List<ServerEvent> events = new CopyOnWriteArrayList<>();
    final Profiles profiles = new Profiles(database, accounts, new HeardEvents(events), clock);
    final ApiTokens apiTokens = new ApiTokens(database, opaque, listeners, ids, clock);
    final PairingCodes pairingCodes = new PairingCodes(database, apiTokens, accounts, random, clock);
    final PlexAdmission admission = new PlexAdmission(database, accounts, new SecretBox(master, random), ids, clock);
    final PlexSignIn plexSignIn = new PlexSignIn(
            plex, plex, admission, sessions, new WaitingPins(database, ids, clock), clock, clock::advance);
    final LocalAccess local = LocalAccess.fresh(accounts.localOwner("mia"), opaque, ADMIN_TOKEN);
    final CredentialChecks checks = new CredentialChecks(accounts, sessions, apiTokens, sessionTokens, local);

    Household() {
        listeners.add(new SessionListener() {
            @Override
            public void sessionEnded(String sessionId) {
                news.add("ended " + sessionId);
            }

            @Override
            public void userLockedOut(String userId) {
                news.add("locked out " + userId);
            }

            @Override
            public void rightsChanged(String userId) {
                news.add("rights " + userId);
            }
        });
    }

    String ownerId() {
        return local.ownerId();
    }

    /// The local owner in the program's own window.
    Caller owner() {
        return checks.check(local.window().reveal(), null);
    }

    /// Somebody of the household.
    String somebody(Role role, UserStatus status) {
        var id = ids.next("usr");
        var now = clock.instant();
        database.store(AccountStore.class).insert(Account.newcomer(id, "name-" + id, role, status, null, now));
        return id;
    }

    String user() {
        return somebody(Role.USER, UserStatus.ACTIVE);
    }

    Sessions.Begun session(String userId) {
        return sessions.begin(userId, Sessions.Stay.SHORT, PHONE);
    }

    /// Runs the same at the same time many times over and brings back what each brought, errors by their
    /// code.
    List<Object> together(int times, Callable<?> work) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, times)
                    .mapToObj(i -> executor.submit(() -> {
                        start.await();
                        try {
                            return (Object) work.call();
                        } catch (MediaNestException e) {
                            return e.code();
                        }
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(Household::result).toList();
        }
    }

    private static Object result(java.util.concurrent.Future<Object> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    static void assertRefused(ErrorCode code, @Nullable String details, ThrowingCallable call) {
        var refusal = catchThrowableOfType(MediaNestException.class, call);
        assertThat(refusal).as("a refusal with %s", code).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.details()).isEqualTo(details);
    }

    @Override
    public void close() {
        database.close();
    }
}
