package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.NOT_FOUND;
import static io.medianest.model.api.ErrorCode.VALIDATION_ERROR;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.ApiToken;
import io.medianest.server.platform.security.OpaqueTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final Household household = new Household();
    private final ApiTokens tokens = household.apiTokens;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("a token is shown once and kept as a hash")
    void shownOnce() {
        var made = tokens.make(household.ownerId(), " Script ", null);
        var secret = Objects.requireNonNull(made.token());

        assertThat(secret).matches("mnt_[A-Za-z0-9_-]{43}");
        assertThat(made.name()).isEqualTo("Script");
        assertThat(tokens.all().tokens())
                .containsExactly(new ApiToken(
                        made.id(), household.ownerId(), made.username(), "Script", made.createdAt(), null, null, null));
        var row = household.database.store(ApiTokenStore.class).find(made.id()).orElseThrow();
        assertThat(row.hash()).isEqualTo(OpaqueTokens.hash(secret)).doesNotContain(secret);
    }

    @Test
    @DisplayName("a token needs a name and an end that lies ahead")
    void refused() {
        var now = household.clock.instant();

        assertRefused(VALIDATION_ERROR, "name", () -> tokens.make(household.ownerId(), null, null));
        assertRefused(VALIDATION_ERROR, "name", () -> tokens.make(household.ownerId(), "x".repeat(101), null));
        assertRefused(VALIDATION_ERROR, "expiresAt", () -> tokens.make(household.ownerId(), "Script", now));
        assertRefused(NOT_FOUND, null, () -> tokens.revoke("tok_none"));
        assertThat(tokens.all().tokens()).isEmpty();
    }

    @Test
    @DisplayName("the last use is shown at once, and written by the next flush")
    void lastUse() {
        var made = tokens.make(household.ownerId(), "Script", null);
        household.clock.advance(Duration.ofMinutes(3));
        tokens.use(Objects.requireNonNull(made.token()));
        assertThat(lastUse(made.id())).isNull();

        tokens.close();

        assertThat(lastUse(made.id())).isEqualTo(household.clock.instant());
        household.clock.advance(Duration.ofMinutes(3));
        tokens.use(Objects.requireNonNull(made.token()));
        assertThat(tokens.all().tokens().getFirst().lastUsedAt()).isEqualTo(household.clock.instant());
    }

    private @Nullable Instant lastUse(String id) {
        return household
                .database
                .store(ApiTokenStore.class)
                .find(id)
                .orElseThrow()
                .lastUsedAt();
    }

    @Test
    @DisplayName("the newest token comes first")
    void order() {
        tokens.make(household.ownerId(), "old", null);
        household.clock.advance(Duration.ofSeconds(1));
        tokens.make(household.ownerId(), "new", null);

        assertThat(tokens.all().tokens()).extracting(ApiToken::name).containsExactly("new", "old");
    }
}
