package io.medianest.desktop.api;

import io.medianest.model.media.MediaType;
import io.medianest.model.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/// Which requests are asked for; what is absent does not narrow.
///
/// @param search words of the title
/// @param sort a field and a direction, such as `createdAt:desc`; the server's order when absent
public record RequestFilter(
        Scope scope,
        @Nullable RequestStatus status,
        @Nullable MediaType mediaType,
        @Nullable String search,
        @Nullable String sort,
        Page page) {

    /// Whose requests.
    public enum Scope {
        MINE,
        /// Everybody's; only an admin may.
        ALL
    }

    public static RequestFilter of(Scope scope, Page page) {
        return new RequestFilter(scope, null, null, null, null, page);
    }
}
