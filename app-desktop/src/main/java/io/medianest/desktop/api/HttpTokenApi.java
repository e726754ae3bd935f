package io.medianest.desktop.api;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.ApiTokenList;
import io.medianest.model.account.NewApiToken;
import io.medianest.model.account.SessionList;

/// Tokens and one's own sessions over HTTP.
final class HttpTokenApi implements TokenApi {
    private final HttpCalls calls;

    HttpTokenApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public ApiTokenList list() {
        return calls.get(Address.of("admin/tokens"), ApiTokenList.class);
    }

    @Override
    public ApiToken make(NewApiToken wish) {
        return calls.post(Address.of("admin/tokens"), wish, ApiToken.class);
    }

    @Override
    public void revoke(String id) {
        calls.delete(Address.of("admin/tokens", id));
    }

    @Override
    public SessionList ownSessions() {
        return calls.get(Address.of("users/me/sessions"), SessionList.class);
    }

    @Override
    public void endOwnSession(String id) {
        calls.delete(Address.of("users/me/sessions", id));
    }
}
