package io.medianest.server.notification;

import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.server.platform.MediaNestException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody has said about a target, checked. Methods throw `VALIDATION_ERROR` naming the field.
///
/// @param address in the clear
/// @param secret in the clear; null where there is none
record TargetForm(
        String name,
        OutgoingKind kind,
        String address,
        @Nullable String secret,
        @Nullable String username,
        @Nullable String sender,
        List<String> recipients,
        List<NotificationType> events,
        String language,
        boolean enabled) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_RECIPIENTS = 20;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final Pattern TOPIC = Pattern.compile("/[-_A-Za-z0-9]{1,64}");
    private static final Set<String> WEB = Set.of("http", "https");
    private static final Set<String> MAIL = Set.of("smtp", "smtps");
    private static final List<NotificationType> ALL = Stream.of(NotificationType.values())
            .filter(type -> type != NotificationType.UNKNOWN)
            .toList();

    /// @param before what it was; null for a new one
    static TargetForm of(NewOutgoingTarget wanted, @Nullable TargetForm before) {
        var kind = wanted.kind() != null ? wanted.kind() : before == null ? null : before.kind;
        if (kind == null || kind == OutgoingKind.UNKNOWN) {
            throw invalid("kind", "say what kind of target it is");
        }
        var address = address(kind, kept(wanted.address(), before == null ? null : before.address, "address"));
        var form = new TargetForm(
                name(wanted.name() != null ? wanted.name() : before == null ? null : before.name),
                kind,
                address,
                secret(wanted, before, address),
                text("username", chosen(wanted.username(), before == null ? null : before.username)),
                mailbox("sender", chosen(wanted.sender(), before == null ? null : before.sender)),
                recipients(
                        wanted.recipients() != null
                                ? wanted.recipients()
                                : before == null ? List.of() : before.recipients),
                events(wanted.events() != null ? wanted.events() : before == null ? ALL : before.events),
                language(wanted.language() != null ? wanted.language() : before == null ? "en" : before.language),
                wanted.enabled() != null ? wanted.enabled() : before == null || before.enabled);
        return form.complete();
    }

    private TargetForm complete() {
        if (kind == OutgoingKind.EMAIL && sender == null) {
            throw invalid("sender", "say from which address mails are sent");
        }
        if (kind == OutgoingKind.EMAIL && recipients.isEmpty()) {
            throw invalid("recipients", "say to whom mails are sent");
        }
        if (kind == OutgoingKind.GOTIFY && secret == null) {
            throw invalid("secret", "enter the token of the application in Gotify");
        }
        return this;
    }

    private static String kept(@Nullable String wanted, @Nullable String before, String field) {
        var value = wanted == null || wanted.contains(OutgoingTarget.HIDDEN) ? before : wanted.strip();
        if (value == null || value.isEmpty()) {
            throw invalid(field, "it is missing");
        }
        return value;
    }

    /// A key goes to no other host than the one that it was entered for.
    private static @Nullable String secret(NewOutgoingTarget wanted, @Nullable TargetForm before, String address) {
        var entered = wanted.secret();
        if (entered != null && !entered.equals(OutgoingTarget.HIDDEN)) {
            return text("secret", entered.isEmpty() ? null : entered);
        }
        if (before == null || before.secret == null) {
            return null;
        }
        if (!origin(before.address).equals(origin(address))) {
            throw invalid("secret", "with another address it must be entered again");
        }
        return before.secret;
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static @Nullable String chosen(@Nullable String wanted, @Nullable String before) {
        if (wanted == null) {
            return before;
        }
        return wanted.isBlank() ? null : wanted.strip();
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw invalid("name", "give it a name");
        }
        if (name.strip().length() > LONGEST_NAME) {
            throw invalid("name", "it is longer than %d characters".formatted(LONGEST_NAME));
        }
        return name.strip();
    }

    private static String address(OutgoingKind kind, String text) {
        boolean mail = kind == OutgoingKind.EMAIL;
        var form = mail ? "smtp://mail.example:587 or smtps://mail.example:465" : "https://chat.example/…";
        try {
            var uri = new URI(text);
            if (text.length() > LONGEST_TEXT
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !(mail ? MAIL : WEB).contains(Objects.toString(uri.getScheme(), ""))) {
                throw invalid("address", "it must be one such as " + form);
            }
            if (kind == OutgoingKind.NTFY && !TOPIC.matcher(uri.getRawPath()).find()) {
                throw invalid("address", "it must end with the topic, such as https://ntfy.sh/our-nest");
            }
            return text;
        } catch (URISyntaxException e) {
            throw invalid("address", "it must be one such as " + form);
        }
    }

    private static List<String> recipients(List<String> recipients) {
        if (recipients.size() > MOST_RECIPIENTS) {
            throw invalid("recipients", "more than %d are too many".formatted(MOST_RECIPIENTS));
        }
        return recipients.stream()
                .map(recipient -> Objects.requireNonNull(mailbox("recipients", recipient.strip())))
                .distinct()
                .toList();
    }

    private static @Nullable String mailbox(String field, @Nullable String text) {
        if (text != null && !MAILBOX.matcher(text).matches()) {
            throw invalid(field, "'%s' is no mail address such as mia@home.example".formatted(text));
        }
        return text;
    }

    private static @Nullable String text(String field, @Nullable String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl))) {
            throw invalid(field, "it is too long, or not of one line");
        }
        return text;
    }

    private static List<NotificationType> events(List<NotificationType> events) {
        if (events.isEmpty() || events.contains(NotificationType.UNKNOWN)) {
            throw invalid("events", "name at least one, each of those that there are");
        }
        return events.stream().distinct().toList();
    }

    private static String language(String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw invalid("language", "write it as en or de-AT");
        }
        return Locale.forLanguageTag(language).toLanguageTag();
    }

    private static MediaNestException invalid(String field, String what) {
        return MediaNestException.invalid(field, "'%s': %s".formatted(field, what));
    }

    /// The address as it may be shown: of chats, whose addresses are keys, only the host.
    String shownAddress() {
        return switch (kind) {
            case DISCORD, SLACK -> origin(address) + "/" + OutgoingTarget.HIDDEN;
            case NTFY, GOTIFY, WEBHOOK, EMAIL, UNKNOWN -> address;
        };
    }

    static List<NotificationType> eventsOf(String stored) {
        return Arrays.stream(stored.split(","))
                .flatMap(word -> ALL.stream().filter(type -> type.wireName().equals(word)))
                .toList();
    }
}
