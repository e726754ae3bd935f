package io.medianest.desktop.request;

import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines of text about a request that more than one part of the screen shows.
final class RequestLines {
    private RequestLines() {}

    /// “Mia · 9 min ago · 1080p”.
    ///
    /// @param me the id of the person who reads it
    static String asked(Texts texts, MediaRequest request, String me) {
        return Stream.of(
                        request.userId().equals(me) ? texts.get("request.you") : who(texts, request),
                        texts.ago(request.createdAt()),
                        quality(texts, request))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// “1927 · Film · 1080p · seasons 1, 2”.
    static String facts(Texts texts, MediaRequest request) {
        String year = Optional.ofNullable(request.year()).map(Object::toString).orElse("");
        String typeKey = "ui.type." + request.mediaType().wireName();
        return Stream.of(
                        year,
                        texts.has(typeKey) ? texts.get(typeKey) : "",
                        quality(texts, request),
                        seasons(texts, request))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// “by Mia · Today 18:02”.
    ///
    /// @param me the id of the person who reads it
    static String askedAt(Texts texts, MediaRequest request, String me) {
        String moment = texts.moment(request.createdAt());
        return request.userId().equals(me)
                ? texts.get("request.askedByYou", moment)
                : texts.get("request.askedBy", who(texts, request), moment);
    }

    private static String who(Texts texts, MediaRequest request) {
        return Optional.ofNullable(request.username()).orElseGet(() -> texts.get("request.somebody"));
    }

    private static String quality(Texts texts, MediaRequest request) {
        String key = "ui.quality." + request.quality().wireName();
        return texts.has(key) ? texts.get(key) : "";
    }

    private static String seasons(Texts texts, MediaRequest request) {
        List<Integer> seasons = Optional.ofNullable(request.seasons()).orElse(List.of());
        String numbers = seasons.stream().map(Object::toString).collect(Collectors.joining(", "));
        return seasons.isEmpty() ? "" : texts.get("request.seasons", seasons.size(), numbers);
    }

    /// What can be done about a request that came to nothing; empty when there is nothing to explain.
    ///
    /// @param me the id of the person who reads it
    /// @param decides whether they decide about requests
    static Optional<String> help(Texts texts, MediaRequest request, String me, boolean decides) {
        if (request.stage() == RequestStage.FAILED && request.status().isOpen()) {
            return Optional.of(texts.get(decides ? "request.help.failed.admin" : "request.help.failed"));
        }
        if (request.status() != RequestStatus.DENIED) {
            return Optional.empty();
        }
        return Optional.of(
                request.userId().equals(me)
                        ? texts.get("request.help.denied")
                        : texts.get("request.help.denied.other", who(texts, request)));
    }
}
