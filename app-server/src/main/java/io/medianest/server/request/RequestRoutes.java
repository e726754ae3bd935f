package io.medianest.server.request;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.media.MediaType;
import io.medianest.model.request.Decision;
import io.medianest.model.request.NewMediaRequest;
import io.medianest.model.request.RequestStatus;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.Query;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.security.Caller;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// HTTP of media requests. Errors: see [MediaRequests] and [RequestDecisions].
final class RequestRoutes implements Routes {
    private static final Map<String, RequestStatus> STATUSES =
            words(RequestStatus::wireName, RequestStatus.UNKNOWN, RequestStatus.values());
    private static final Map<String, MediaType> TYPES =
            words(MediaType::wireName, MediaType.UNKNOWN, MediaType.values());
    private static final Map<String, RequestFilter.Sort> SORTS =
            words(RequestFilter.Sort::wireName, null, RequestFilter.Sort.values());
    private static final Map<String, String> SCOPES = Map.of("mine", "mine", "all", "all");

    private final MediaRequests requests;
    private final RequestDecisions decisions;

    RequestRoutes(MediaRequests requests, RequestDecisions decisions) {
        this.requests = requests;
        this.decisions = decisions;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.post("/media/request", Access.USER, this::make)
                .get("/media/requests", Access.USER, this::list)
                .get("/media/requests/{id}", Access.USER, this::show)
                .get("/media/request/{id}", Access.USER, this::showWithStage)
                .delete("/media/requests/{id}", Access.USER, this::cancel)
                .post("/media/requests/{id}/approve", Access.ADMIN, this::approve)
                .post("/media/requests/{id}/deny", Access.ADMIN, this::deny)
                .post("/media/requests/{id}/retry", Access.ADMIN, this::retry);
    }

    private void make(Exchange exchange) {
        var request = requests.make(exchange.caller(), exchange.body(NewMediaRequest.class));
        exchange.created("/media/requests/" + request.id(), request, Map.of("requestId", request.id()));
    }

    private void list(Exchange exchange) {
        var query = exchange.query();
        var filter = new RequestFilter(
                whose(exchange.caller(), query),
                query.choice("status", STATUSES).orElse(null),
                query.choice("mediaType", TYPES).orElse(null),
                query.text("search", 200).orElse(null),
                query.choice("sort", SORTS).orElse(RequestFilter.Sort.NEWEST));
        exchange.ok(requests.list(filter, query.page(20)));
    }

    /// Null for everybody's, which is for admins.
    private static @Nullable String whose(Caller caller, Query query) {
        boolean all = query.choice("scope", SCOPES).orElse("mine").equals("all");
        var other = query.text("userId", 64).orElse(null);
        boolean foreign = all || (other != null && !other.equals(caller.userId()));
        if (foreign && !caller.isAdmin()) {
            throw new MediaNestException(ErrorCode.FORBIDDEN, "Only an admin sees the requests of others");
        }
        if (other != null) {
            return other;
        }
        return all ? null : caller.userId();
    }

    private void show(Exchange exchange) {
        exchange.ok(requests.show(exchange.caller(), exchange.path("id")));
    }

    private void showWithStage(Exchange exchange) {
        var details = requests.show(exchange.caller(), exchange.path("id"));
        exchange.ok(details, Map.of("status", details.request().stage()));
    }

    private void cancel(Exchange exchange) {
        exchange.ok(decisions.cancel(exchange.caller(), exchange.path("id")));
    }

    private void approve(Exchange exchange) {
        exchange.ok(decisions.approve(exchange.caller(), exchange.path("id"), comment(exchange)));
    }

    private void deny(Exchange exchange) {
        exchange.ok(decisions.deny(exchange.caller(), exchange.path("id"), comment(exchange)));
    }

    private void retry(Exchange exchange) {
        exchange.ok(decisions.retry(exchange.caller(), exchange.path("id"), comment(exchange)));
    }

    private static @Nullable String comment(Exchange exchange) {
        return exchange.body(Decision.class).comment();
    }

    private static <T> Map<String, T> words(Function<T, String> name, @Nullable T without, T[] values) {
        return Arrays.stream(values)
                .filter(value -> !value.equals(without))
                .collect(Collectors.toUnmodifiableMap(name, value -> value));
    }
}
