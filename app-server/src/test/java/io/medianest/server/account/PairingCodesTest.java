package io.medianest.server.account;

import static io.medianest.model.api.ErrorCode.ACCOUNT_SUSPENDED;
import static io.medianest.model.api.ErrorCode.INVALID_PAIRING_CODE;
import static io.medianest.model.api.ErrorCode.INVALID_STATE;
import static io.medianest.model.api.ErrorCode.USER_NOT_FOUND;
import static io.medianest.model.api.ErrorCode.VALIDATION_ERROR;
import static io.medianest.server.account.Household.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.Pairing;
import io.medianest.model.account.Role;
import io.medianest.model.account.UserChange;
import io.medianest.model.account.UserStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairingCodesTest {
    private final Household household = new Household();
    private final PairingCodes codes = household.pairingCodes;

    @AfterEach
    void close() {
        household.close();
    }

    @Test
    @DisplayName("a device gets a token of the person who showed the code, once")
    void pair() {
        var code = codes.show(household.ownerId(), "http://nest:4000");

        assertThat(code.expiresIn()).isEqualTo(300);
        assertThat(code.code()).matches("[A-HJKMNP-Z2-9]{8}");
        var token = codes.exchange(new Pairing(code.code(), "Kitchen"));
        assertThat(token.name()).isEqualTo("Kitchen");
        assertThat(household
                        .checks
                        .check(Objects.requireNonNull(token.token()), null)
                        .userId())
                .isEqualTo(household.ownerId());
        assertRefused(INVALID_PAIRING_CODE, null, () -> codes.exchange(new Pairing(code.code(), "Somebody else")));
    }

    @Test
    @DisplayName("a code for somebody else gives that person's rights, and none for those who may not come in")
    void forSomebodyElse() {
        var child = household.user();
        var code = codes.showFor(child, "http://nest:4000").code();

        var token = Objects.requireNonNull(
                codes.exchange(new Pairing(code, "Tablet")).token());
        var caller = household.checks.check(token, null);
        assertThat(caller.userId()).isEqualTo(child);
        assertThat(caller.isAdmin()).isFalse();

        assertRefused(USER_NOT_FOUND, "userId", () -> codes.showFor("usr_none", "http://nest:4000"));
        var pending = household.somebody(Role.USER, UserStatus.PENDING);
        assertRefused(INVALID_STATE, "userId", () -> codes.showFor(pending, "http://nest:4000"));
    }

    @Test
    @DisplayName("a code may be typed as people type")
    void typed() {
        var code = codes.show(household.ownerId(), "http://nest:4000").code();
        var typed = " " + code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + "-" + code.substring(4) + " ";

        assertThat(codes.exchange(new Pairing(typed, "Kitchen")).token()).startsWith("mnt_");
    }

    @Test
    @DisplayName("a wrong or old code is refused")
    void refused() {
        var code = codes.show(household.ownerId(), "http://nest:4000").code();

        assertRefused(INVALID_PAIRING_CODE, null, () -> codes.exchange(new Pairing("AAAAAAAA", "Kitchen")));
        household.clock.advance(Duration.ofMinutes(5));
        assertRefused(INVALID_PAIRING_CODE, null, () -> codes.exchange(new Pairing(code, "Kitchen")));
    }

    @Test
    @DisplayName("a device without a name is asked for one, and its code stays good")
    void nameless() {
        var code = codes.show(household.ownerId(), "http://nest:4000").code();

        assertRefused(VALIDATION_ERROR, "deviceName", () -> codes.exchange(new Pairing(code, " ")));
        assertRefused(VALIDATION_ERROR, "deviceName", () -> codes.exchange(new Pairing(code, "x".repeat(101))));
        assertRefused(VALIDATION_ERROR, "code", () -> codes.exchange(new Pairing(null, "Kitchen")));
        assertThat(codes.exchange(new Pairing(code, "Kitchen")).token()).isNotNull();
    }

    @Test
    @DisplayName("the code of somebody who was suspended meanwhile opens nothing")
    void suspended() {
        var admin = household.somebody(Role.ADMIN, UserStatus.ACTIVE);
        var code = codes.show(admin, "http://nest:4000").code();
        household.accounts.change(household.owner(), admin, new UserChange(null, UserStatus.SUSPENDED, null, null));

        assertRefused(ACCOUNT_SUSPENDED, null, () -> codes.exchange(new Pairing(code, "Kitchen")));
        assertThat(household.apiTokens.all().tokens()).isEmpty();
    }

    @Test
    @DisplayName("of twenty devices with the same code one wins")
    void oneOfTwenty() throws InterruptedException {
        var code = codes.show(household.ownerId(), "http://nest:4000").code();

        var results = household.together(20, () -> codes.exchange(new Pairing(code, "Device")));

        assertThat(results).filteredOn(ApiToken.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(INVALID_PAIRING_CODE::equals).hasSize(19);
        assertThat(household.apiTokens.all().tokens()).hasSize(1);
    }
}
