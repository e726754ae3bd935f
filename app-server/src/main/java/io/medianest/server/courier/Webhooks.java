package io.medianest.server.courier;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.medianest.model.api.Json;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.resilience.HttpUpstream;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Messages by HTTP. Thread-safe.
final class Webhooks {
    static final String DELIVERY = "X-MediaNest-Delivery";
    static final String TIMESTAMP = "X-MediaNest-Timestamp";
    static final String SIGNATURE = "X-MediaNest-Signature";

    private static final String HMAC = "HmacSHA256";
    private static final int DISCORD_TITLE = 256;
    private static final int DISCORD_TEXT = 4096;
    private static final int GOLD = 0xE5A00D;
    private static final int RED = 0xD13438;
    private static final int NTFY_USUAL = 3;
    private static final int NTFY_HIGH = 4;
    private static final int GOTIFY_USUAL = 5;
    private static final int GOTIFY_HIGH = 8;

    private final HttpUpstream http;
    private final Clock clock;

    Webhooks(HttpUpstream http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    void send(Destination destination, Message message) {
        var reply = http.send(call(destination, message));
        if (reply.status() < 200 || reply.status() > 299) {
            throw failure(destination, reply);
        }
    }

    private UpstreamCall call(Destination destination, Message message) {
        return switch (destination.kind()) {
            case DISCORD -> UpstreamCall.post(destination.address(), "").body(discord(message));
            case SLACK -> UpstreamCall.post(destination.address(), "").body(slack(message));
            case NTFY -> ntfy(destination, message);
            case GOTIFY ->
                withKey(
                        UpstreamCall.post(destination.address(), "/message").body(gotify(message)),
                        "X-Gotify-Key",
                        "",
                        destination.secret());
            case WEBHOOK -> signed(destination, message);
            case EMAIL, UNKNOWN -> throw UpstreamFailure.refused("is of a kind that this version does not know");
        };
    }

    private static UpstreamCall withKey(UpstreamCall call, String header, String before, @Nullable Secret key) {
        return key == null ? call : call.header(header, before + key.reveal());
    }

    private static Map<String, Object> discord(Message message) {
        var embed = new LinkedHashMap<String, Object>();
        embed.put("title", cut(message.title(), DISCORD_TITLE));
        embed.put("description", cut(message.text(), DISCORD_TEXT));
        embed.put("color", message.urgency() == Message.Urgency.HIGH ? RED : GOLD);
        embed.put("timestamp", message.at().toString());
        if (message.link() != null) {
            embed.put("url", message.link());
        }
        // Nobody is called by what a title happens to contain.
        return Map.of(
                "username", "MediaNest",
                "embeds", List.of(embed),
                "allowed_mentions", Map.of("parse", List.of()));
    }

    private static Map<String, Object> slack(Message message) {
        var text = "*%s*\n%s".formatted(escaped(message.title()), escaped(message.text()));
        return Map.of("text", message.link() == null ? text : text + "\n<" + message.link() + ">");
    }

    /// Slack reads marks in the text of messages.
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// The address names the topic; JSON goes to the server itself.
    private static UpstreamCall ntfy(Destination destination, Message message) {
        var address = destination.address().toString();
        int slash = address.lastIndexOf('/');
        var body = new LinkedHashMap<String, Object>();
        body.put("topic", address.substring(slash + 1));
        body.put("title", message.title());
        body.put("message", message.text());
        body.put("priority", message.urgency() == Message.Urgency.HIGH ? NTFY_HIGH : NTFY_USUAL);
        if (message.link() != null) {
            body.put("click", message.link());
        }
        var call =
                UpstreamCall.post(URI.create(address.substring(0, slash)), "/").body(body);
        return withKey(call, "Authorization", "Bearer ", destination.secret());
    }

    private static Map<String, Object> gotify(Message message) {
        return Map.of(
                "title", message.title(),
                "message", message.text(),
                "priority", message.urgency() == Message.Urgency.HIGH ? GOTIFY_HIGH : GOTIFY_USUAL);
    }

    /// Whoever knows the secret can tell that it was us, and when: what is signed is the time, a dot and the body.
    private UpstreamCall signed(Destination destination, Message message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", message.id());
        body.put("type", message.type());
        body.put("title", message.title());
        body.put("message", message.text());
        body.put("timestamp", message.at().toString());
        if (message.link() != null) {
            body.put("link", message.link());
        }
        byte[] bytes = json(body);
        var time = Long.toString(clock.instant().getEpochSecond());
        var call = UpstreamCall.post(destination.address(), "")
                .bytes(bytes)
                .header(DELIVERY, message.id())
                .header(TIMESTAMP, time);
        var secret = destination.secret();
        return secret == null ? call : call.header(SIGNATURE, "sha256=" + signature(secret, time, bytes));
    }

    private static byte[] json(Object body) {
        try {
            return Json.strict().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts that are no JSON", e);
        }
    }

    static String signature(Secret secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + HMAC, e);
        }
    }

    private static UpstreamFailure failure(Destination destination, UpstreamReply reply) {
        return switch (destination.kind()) {
            case DISCORD, SLACK -> {
                int status = reply.status();
                yield status == 401 || status == 403 || status == 404 || status == 410
                        ? UpstreamFailure.refused(
                                "does not know this webhook (HTTP %d): make a new one there".formatted(status))
                        : UpstreamFailure.of(reply);
            }
            case NTFY, GOTIFY, WEBHOOK, EMAIL, UNKNOWN -> UpstreamFailure.of(reply);
        };
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
