package io.medianest.desktop.request;

import io.medianest.model.request.MediaRequest;
import java.util.Comparator;

/// The orders in which requests can be listed; here and on the server the same.
public enum RequestSort {
    NEWEST("createdAt:desc"),
    OLDEST("createdAt:asc"),
    TITLE("title:asc"),
    STATUS("status:asc");

    private final String wireName;

    RequestSort(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    Comparator<MediaRequest> order() {
        return switch (this) {
            case NEWEST -> Comparator.comparing(MediaRequest::createdAt).reversed();
            case OLDEST -> Comparator.comparing(MediaRequest::createdAt);
            case TITLE -> Comparator.comparing(MediaRequest::title, String.CASE_INSENSITIVE_ORDER);
            case STATUS -> Comparator.comparing(request -> request.status().wireName());
        };
    }
}
