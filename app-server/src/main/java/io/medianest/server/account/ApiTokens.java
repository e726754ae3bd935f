package io.medianest.server.account;

import static io.medianest.server.platform.MediaNestException.invalid;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.ApiTokenList;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.RowCopies;
import io.medianest.server.platform.security.OpaqueTokens;
import io.medianest.server.platform.security.SessionTokens;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The rules of named tokens for devices and scripts: shown once, kept as a hash, good until revoked or over.
///
/// Uses are kept in memory and written together by [#flush()]. Thread-safe.
public final class ApiTokens implements AutoCloseable {
    /// What every token begins with.
    public static final String PREFIX = "mnt_";

    private static final int LONGEST_NAME = 100;
    private static final long CACHED_TOKENS = 1_000;

    private final ApiTokenStore store;
    private final OpaqueTokens tokens;
    private final SessionListener listener;
    private final Ids ids;
    private final Clock clock;
    private final RowCopies<ApiTokenStore.Row> copies;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    public ApiTokens(Database database, OpaqueTokens tokens, SessionListener listener, Ids ids, Clock clock) {
        this.store = database.store(ApiTokenStore.class);
        this.copies = database.copies("api_token", CACHED_TOKENS);
        this.tokens = tokens;
        this.listener = listener;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a token for somebody; this is the only time it is shown.
    ///
    /// @param expiresAt never when null
    /// @throws MediaNestException `VALIDATION_ERROR` for a missing name or an end in the past
    public ApiToken make(String userId, @Nullable String name, @Nullable Instant expiresAt) {
        var now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw invalid("expiresAt", "'expiresAt' must be in the future");
        }
        var token = tokens.next(PREFIX);
        var row = new ApiTokenStore.Row(
                ids.next("tok"), userId, checkedName("name", name), OpaqueTokens.hash(token), now, expiresAt, null);
        store.insert(row);
        return shown(store.owned(row.id()).orElseThrow(ApiTokens::unknown), token);
    }

    /// A name for a token that people will know it by.
    ///
    /// @param field what the client calls it
    static String checkedName(String field, @Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw invalid(field, "'%s' must be a text of 1 to %d characters".formatted(field, LONGEST_NAME));
        }
        return name.strip();
    }

    /// All tokens of the household, with their latest use.
    public ApiTokenList all() {
        flush();
        return new ApiTokenList(
                store.all().stream().map(token -> shown(token, null)).toList());
    }

    /// The tokens of one person, with their latest use.
    List<ApiToken> of(String userId) {
        flush();
        return store.allOf(userId).stream().map(token -> shown(token, null)).toList();
    }

    /// Whose a token is; empty when there is none of that id.
    Optional<String> ownerOf(String id) {
        return store.find(id).map(ApiTokenStore.Row::userId);
    }

    private static ApiToken shown(ApiTokenStore.Owned row, @Nullable String token) {
        return new ApiToken(
                row.id(),
                row.userId(),
                row.username(),
                row.name(),
                row.createdAt(),
                row.expiresAt(),
                row.lastUsedAt(),
                token);
    }

    /// Uses a token. Costs no query for those that were used lately.
    ///
    /// @return the id of its person
    /// @throws MediaNestException `UNAUTHORIZED` with details `INVALID_TOKEN`, `TOKEN_EXPIRED`
    String use(String token) {
        var row = find(token).orElseThrow(() -> SessionTokens.invalid(null));
        var now = clock.instant();
        if (row.expiresAt() != null && !now.isBefore(row.expiresAt())) {
            throw SessionTokens.expired();
        }
        used.put(row.id(), now);
        return row.userId();
    }

    /// When a token ends; empty for those without an end.
    Optional<Instant> endOf(String token) {
        return find(token).flatMap(row -> Optional.ofNullable(row.expiresAt()));
    }

    private Optional<ApiTokenStore.Row> find(String token) {
        return copies.get(
                OpaqueTokens.hash(token), hash -> store.findByHash(hash).orElse(null));
    }

    /// Makes a token worthless at once.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    public void revoke(String id) {
        var row = store.find(id).orElseThrow(ApiTokens::unknown);
        store.delete(id);
        copies.invalidate(row.hash());
        listener.rightsChanged(row.userId());
    }

    /// Writes what was used since the last time.
    public void flush() {
        var uses = used.keySet().stream()
                .map(this::takeUse)
                .flatMap(Optional::stream)
                .toList();
        try {
            store.refresh(uses);
        } catch (RuntimeException e) {
            uses.forEach(use -> used.putIfAbsent(use.id(), use.lastUsedAt()));
            throw e;
        }
    }

    private Optional<ApiTokenStore.Use> takeUse(String id) {
        return Optional.ofNullable(used.remove(id)).map(at -> new ApiTokenStore.Use(id, at));
    }

    /// Writes what is still unwritten.
    @Override
    public void close() {
        flush();
    }

    private static MediaNestException unknown() {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such token");
    }
}
