package io.medianest.server.platform.security;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.security.Counters.Allowance;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// How often people and addresses may ask. Thread-safe.
public final class RateLimits {
    private static final int IPV6_HOME_BYTES = 8;

    private final Counters counters;
    private final PersonalLimits personal;
    private volatile Limits limits;
    private final Clock clock;

    /// Limits that are the same for everybody.
    public RateLimits(Counters counters, Limits limits, Clock clock) {
        this(counters, limits, PersonalLimits.NONE, clock);
    }

    public RateLimits(Counters counters, Limits limits, PersonalLimits personal, Clock clock) {
        this.counters = counters;
        this.limits = limits;
        this.personal = personal;
        this.clock = clock;
    }

    /// The configured limits.
    ///
    /// @param api of each person, else each address
    /// @param signIn of each address
    /// @param requests of each person
    /// @param downloads of each person
    /// @param webhooks of each address
    public record Limits(Limit api, Limit signIn, Limit requests, Limit downloads, Limit webhooks) {}

    /// Has other limits from now on. What was used of the old ones counts.
    public void change(Limits others) {
        limits = others;
    }

    /// Counts a call. The program's own window is exempt: it belongs to the machine that would be protected.
    ///
    /// @param caller null for strangers, who are counted by address
    public Allowance api(@Nullable Caller caller, String address) {
        if (caller == null) {
            return counters.take("api:" + household(address), limits.api());
        }
        if (caller.credential() == Caller.Credential.WINDOW) {
            return unlimited();
        }
        return counters.take("api:" + caller.userId(), limits.api());
    }

    public Allowance peekApi(String address) {
        return counters.peek("api:" + household(address), limits.api());
    }

    public Allowance signIn(String address) {
        return counters.take("sign-in:" + household(address), limits.signIn());
    }

    public Allowance webhooks(String address) {
        return counters.take("webhooks:" + household(address), limits.webhooks());
    }

    /// Counts a request for a title that was really made, against the person's own limit where there is one.
    ///
    /// @throws MediaNestException `RATE_LIMIT_EXCEEDED`
    public void countRequest(String userId) {
        count("requests:" + userId, limits.requests(), personal.of(userId).requestsPerHour());
    }

    private void count(String key, Limit common, @Nullable Integer ownPerHour) {
        var allowance = ownPerHour == null ? counters.take(key, common) : takeOwn(key, ownPerHour);
        if (!allowance.granted()) {
            throw exceeded(allowance);
        }
    }

    /// A limit of somebody's own is counted by itself, so that a new one holds at once.
    private Allowance takeOwn(String key, int perHour) {
        return counters.take(key + ":" + perHour, new Limit(perHour, Duration.ofHours(1)));
    }

    /// Counts a download that was really begun, against the person's own limit where there is one.
    ///
    /// @throws MediaNestException `RATE_LIMIT_EXCEEDED`
    public void countDownload(String userId) {
        count("downloads:" + userId, limits.downloads(), personal.of(userId).downloadsPerHour());
    }

    /// Counts more videos that come with a download, against the person's own limit alone: to the common one a playlist
    /// is one. None of them is refused, but nothing may be left for the next download.
    public void countVideos(String userId, int more) {
        var ownPerHour = personal.of(userId).downloadsPerHour();
        if (ownPerHour != null) {
            boolean left = true;
            for (int i = 0; i < more && left; i++) {
                left = takeOwn("downloads:" + userId, ownPerHour).granted();
            }
        }
    }

    public static MediaNestException exceeded(Allowance allowance) {
        return new MediaNestException(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                "Too many requests: try again a little later",
                "at most %d".formatted(allowance.limit()),
                allowance.retryAfter().plusSeconds(1),
                null);
    }

    private Allowance unlimited() {
        var now = clock.instant();
        return new Allowance(true, limits.api().capacity(), limits.api().capacity(), now, Duration.ZERO);
    }

    /// A home has a whole /64 of IPv6 addresses, which must not become 2^64 allowances.
    private static String household(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, IPV6_HOME_BYTES));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
