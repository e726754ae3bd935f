package io.medianest.server.account;

import io.medianest.model.account.ApiToken;
import io.medianest.model.account.Pairing;
import io.medianest.model.account.PairingCode;
import io.medianest.model.account.UserStatus;
import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Passing;
import io.medianest.server.platform.qr.QrPicture;
import io.medianest.server.platform.security.OpaqueTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The rules of pairing: an admin shows a code, one device gives it for a token within five minutes, of that admin or
/// of the person whom the admin named. Thread-safe.
final class PairingCodes {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int LENGTH = 8;

    /// Without those that look like others.
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final RandomGenerator random;
    private final Clock clock;
    private final Passing codes;

    /// @param random must be a secure one
    public PairingCodes(Database database, ApiTokens tokens, Accounts accounts, RandomGenerator random, Clock clock) {
        this.codes = new Passing(database, "pairing code", clock);
        this.tokens = tokens;
        this.accounts = accounts;
        this.random = random;
        this.clock = clock;
    }

    /// Makes a code for a device of somebody else, which will have that person's rights.
    ///
    /// @param page as [#show(String, String)]
    /// @throws MediaNestException `USER_NOT_FOUND`; `INVALID_STATE` for those who may not come in themselves
    public PairingCode showFor(String userId, String page) {
        var person = accounts.find(userId)
                .orElseThrow(
                        () -> new MediaNestException(ErrorCode.USER_NOT_FOUND, "There is no such person", "userId"));
        if (person.status() != UserStatus.ACTIVE) {
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "%s may not come in at the moment: let them in first".formatted(person.username()),
                    "userId");
        }
        return show(person.id(), page);
    }

    /// Makes a code for a device of somebody.
    ///
    /// @param page where the phone that scans it finds the server
    public PairingCode show(String userId, String page) {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        codes.put(OpaqueTokens.hash(code.toString()), userId, clock.instant().plus(LIFETIME));
        return new PairingCode(code.toString(), LIFETIME.toSeconds(), picture(page, code));
    }

    /// What stands behind # is never sent over the network: the page looks for it.
    private static String picture(String page, CharSequence code) {
        var png = QrPicture.png(page + "/#pair=" + code);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /// Gives a token for a code, to the first that comes.
    ///
    /// @throws MediaNestException as [#redeem]
    public ApiToken exchange(Pairing pairing) {
        var name = ApiTokens.checkedName("deviceName", pairing.deviceName());
        return tokens.make(redeem(pairing), name, null);
    }

    /// Takes a code, from the first that comes with it.
    ///
    /// @return whose device it is
    /// @throws MediaNestException `INVALID_PAIRING_CODE` when it is unknown, used or over; `VALIDATION_ERROR`
    ///     for a device without a name, which leaves the code good
    public String redeem(Pairing pairing) {
        ApiTokens.checkedName("deviceName", pairing.deviceName());
        var userId = codes.take(OpaqueTokens.hash(normal(pairing.code())))
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.INVALID_PAIRING_CODE, "The pairing code is wrong, used or older than five minutes"));
        return accounts.admitted(userId).id();
    }

    private static String normal(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw MediaNestException.invalid("code", "'code' is missing");
        }
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
