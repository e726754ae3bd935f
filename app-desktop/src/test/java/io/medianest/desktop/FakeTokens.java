package io.medianest.desktop;

import io.medianest.desktop.api.TokenApi;
import io.medianest.model.account.ActiveSession;
import io.medianest.model.account.ApiToken;
import io.medianest.model.account.ApiTokenList;
import io.medianest.model.account.NewApiToken;
import io.medianest.model.account.SessionList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Tokens that live in memory. Not thread-safe.
public final class FakeTokens implements TokenApi {
    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    private final List<ApiToken> tokens = new ArrayList<>(List.of(new ApiToken(
            "tok_1",
            "usr_1",
            "You",
            "Kitchen tablet",
            FakeApi.NOW.minusSeconds(864_000),
            null,
            FakeApi.NOW.minusSeconds(240),
            null)));
    private final List<ActiveSession> own = new ArrayList<>(List.of(new ActiveSession(
            "ses_1",
            "usr_1",
            "You",
            "Firefox on Linux",
            "192.168.1.7",
            FakeApi.NOW,
            FakeApi.NOW,
            FakeApi.NOW.plusSeconds(900),
            false)));

    @Override
    public ApiTokenList list() {
        calls.add("list");
        return new ApiTokenList(List.copyOf(tokens));
    }

    @Override
    public ApiToken make(NewApiToken wish) {
        calls.add("make " + wish.name());
        var made = new ApiToken(
                "tok_" + (tokens.size() + 1),
                "usr_1",
                "You",
                Objects.requireNonNull(wish.name()),
                FakeApi.NOW,
                wish.expiresAt(),
                null,
                "mn_3f9c8a71d2e64b05");
        tokens.addFirst(new ApiToken(
                made.id(),
                made.userId(),
                made.username(),
                made.name(),
                made.createdAt(),
                made.expiresAt(),
                null,
                null));
        return made;
    }

    @Override
    public void revoke(String id) {
        calls.add("revoke " + id);
        tokens.removeIf(token -> token.id().equals(id));
    }

    @Override
    public SessionList ownSessions() {
        calls.add("ownSessions");
        return new SessionList(List.copyOf(own));
    }

    @Override
    public void endOwnSession(String id) {
        calls.add("endOwnSession " + id);
        own.removeIf(session -> session.id().equals(id));
    }
}
