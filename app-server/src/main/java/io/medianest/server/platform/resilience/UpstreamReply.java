package io.medianest.server.platform.resilience;

import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.json.Fields;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an outside service answered, whatever its status is.
public final class UpstreamReply {
    private static final long LONGEST_WAIT_SECONDS = 3600;

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

    /// How long to wait, when the service says so in seconds.
    public @Nullable Duration retryAfter() {
        var value = header("Retry-After");
        if (value == null || !value.strip().matches("\\d{1,9}")) {
            return null;
        }
        return Duration.ofSeconds(Math.clamp(Long.parseLong(value.strip()), 1, LONGEST_WAIT_SECONDS));
    }
}
