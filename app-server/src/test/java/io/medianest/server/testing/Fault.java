package io.medianest.server.testing;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What can be wrong with an outside service.
public enum Fault {
    REFUSED(null),
    NO_ANSWER(null),
    ERRORS(reply("500 Internal Server Error", "application/json", "{\"message\":\"boom\"}", "")),
    BUSY(reply("429 Too Many Requests", "application/json", "{}", "Retry-After: " + Fault.BUSY_SECONDS + "\r\n")),
    WRONG_JSON(reply("200 OK", "application/json", "{\"surprise\":[1,2,3]}", "")),
    HTML(reply("200 OK", "text/html", "<!doctype html><title>Router</title><p>Hello", "")),
    /// It does what it is asked to, and says half of what came of it.
    CUT_OFF(null),
    SLOW("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n"),
    GONE(null);

    /// What it names where it wants to be left alone for a while.
    public static final String BUSY_SECONDS = "30";

    private final @Nullable String reply;

    Fault(@Nullable String reply) {
        this.reply = reply;
    }

    private static String reply(String status, String type, String body, String more) {
        return "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%sConnection: close\r\n\r\n%s"
                .formatted(status, type, body.length(), more, body);
    }

    /// Whether it is noticed only by waiting.
    public boolean isTardy() {
        return this == NO_ANSWER || this == SLOW;
    }

    /// Whether nobody is at its address.
    boolean isAway() {
        return this == REFUSED || this == GONE;
    }

    /// What is said to whoever asks, or what it begins with.
    byte[] bytes() {
        return Objects.requireNonNull(reply).getBytes(StandardCharsets.US_ASCII);
    }
}
