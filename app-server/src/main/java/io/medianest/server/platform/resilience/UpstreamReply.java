package io.medianest.server.platform.resilience;

import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an outside service answered, whatever its status is.
public final class UpstreamReply {
    private static final BigInteger LONGEST_WAIT_SECONDS = BigInteger.valueOf(3600);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,100}");

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    UpstreamReply(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public byte[] bytes() {
        return body.clone();
    }

    /// Lower case, without parameters; empty when absent.
    public String contentType() {
        var full = header("Content-Type");
        return full == null ? "" : full.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /// The body as JSON.
    ///
    /// @throws UpstreamFailure when it is something else, for example the web page of whatever listens there
    ///     instead
    public Fields json() {
        if (!contentType().contains("json")) {
            throw UpstreamFailure.broken(
                            "answered with something else than data: is the address in the settings right?", null)
                    .meaning(ServiceProblem.WRONG_SERVICE);
        }
        try {
            return Fields.parse(body);
        } catch (IOException e) {
            throw UpstreamFailure.broken("answered with data that cannot be read", e);
        }
    }

    /// The JSON of a successful reply.
    ///
    /// @throws UpstreamFailure saying what any other status means
    public Fields okJson() {
        if (status < 200 || status > 299) {
            throw UpstreamFailure.of(this);
        }
        return json();
    }

    /// What the service says for itself: the `message` or `error` of a refusal.
    public String message() {
        try {
            var json = Fields.parse(body);
            return json.text("message", json.text("error", json.text("status_message", "")));
        } catch (IOException e) {
            return "";
        }
    }

    /// How long to wait, when the service says so: a second at least, an hour at most.
    public @Nullable Duration retryAfter() {
        var value = header("Retry-After");
        if (value == null) {
            return null;
        }
        var text = value.strip();
        return SECONDS.matcher(text).matches() ? bounded(new BigInteger(text)) : until(text);
    }

    /// A moment is one of the service's own clock, which may be another than ours.
    private @Nullable Duration until(String moment) {
        var now = header("Date");
        if (now == null) {
            return null;
        }
        try {
            return bounded(BigInteger.valueOf(seconds(moment) - seconds(now)));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static long seconds(String moment) {
        return ZonedDateTime.parse(moment.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toEpochSecond();
    }

    private static Duration bounded(BigInteger seconds) {
        return Duration.ofSeconds(
                seconds.max(BigInteger.ONE).min(LONGEST_WAIT_SECONDS).longValue());
    }
}
