package io.medianest.desktop.settings;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.TokenApi;
import io.medianest.desktop.ui.Async;
import io.medianest.model.account.ApiToken;
import io.medianest.model.account.ApiTokenList;
import io.medianest.model.account.NewApiToken;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The tokens of devices and scripts. The secret of a new one is shown once.
public final class TokensViewModel {
    private final TokenApi api;
    private final Async async;
    private final ReadOnlyObjectWrapper<List<ApiToken>> tokens = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable ApiToken> made = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ApiException> problem = new ReadOnlyObjectWrapper<>();

    public TokensViewModel(TokenApi api, Async async) {
        this.api = api;
        this.async = async;
    }

    /// Somebody looks; the secret that was shown before is not shown again.
    public void opened() {
        made.set(null);
        async.latest(this, api::list).then(this::show, problem::set);
    }

    private void show(ApiTokenList list) {
        problem.set(null);
        tokens.set(list.tokens());
    }

    /// Makes one; a blank name makes none.
    public void make(String name) {
        if (name.isBlank()) {
            return;
        }
        made.set(null);
        async.run(() -> api.make(new NewApiToken(name.strip(), null)))
                .then(
                        token -> {
                            made.set(token);
                            readAgain();
                        },
                        problem::set);
    }

    /// Whatever uses it is refused from now on.
    public void revoke(ApiToken token) {
        async.run(() -> {
                    api.revoke(token.id());
                    return api.list();
                })
                .then(this::show, problem::set);
    }

    private void readAgain() {
        async.latest(this, api::list).then(this::show, problem::set);
    }

    public ReadOnlyObjectProperty<List<ApiToken>> tokensProperty() {
        return tokens.getReadOnlyProperty();
    }

    /// The one that was just made, with its secret.
    public ReadOnlyObjectProperty<@Nullable ApiToken> madeProperty() {
        return made.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ApiException> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
