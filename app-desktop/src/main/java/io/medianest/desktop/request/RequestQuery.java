package io.medianest.desktop.request;

import io.medianest.desktop.api.Page;
import io.medianest.desktop.api.RequestFilter;
import io.medianest.desktop.api.RequestFilter.Scope;
import io.medianest.model.request.MediaRequest;
import java.util.Locale;

/// What the list is narrowed to and how it is ordered.
///
/// @param search words of the title; blank for all titles
public record RequestQuery(Scope scope, StatusChoice status, String search, RequestSort sort) {
    static final RequestQuery ALL_MINE = new RequestQuery(Scope.MINE, StatusChoice.ALL, "", RequestSort.NEWEST);

    RequestQuery with(Scope changed) {
        return new RequestQuery(changed, status, search, sort);
    }

    RequestQuery with(StatusChoice changed) {
        return new RequestQuery(scope, changed, search, sort);
    }

    RequestQuery with(RequestSort changed) {
        return new RequestQuery(scope, status, search, changed);
    }

    RequestQuery searching(String changed) {
        return new RequestQuery(scope, status, changed.strip(), sort);
    }

    /// Whether anything but the scope narrows the list.
    boolean isNarrowed() {
        return status != StatusChoice.ALL || !search.isEmpty();
    }

    RequestFilter filter(Page page) {
        return new RequestFilter(scope, status.status(), null, search, sort.wireName(), page);
    }

    /// Whether a request that an event brought belongs to the list.
    ///
    /// @param myId the id of the person at the window
    boolean takes(MediaRequest request, String myId) {
        boolean inScope = scope == Scope.ALL || request.userId().equals(myId);
        return inScope
                && status.includes(request.status())
                && request.title().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
