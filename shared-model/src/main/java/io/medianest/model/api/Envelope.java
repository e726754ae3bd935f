package io.medianest.model.api;

import org.jspecify.annotations.Nullable;

/// The one shape of every JSON reply: either `data`, or `error` with the correlation id of the request.
public record Envelope<T>(
        boolean success,
        @Nullable T data,
        @Nullable ApiProblem error,
        @Nullable String correlationId) {

    public static <T> Envelope<T> of(T data) {
        return new Envelope<>(true, data, null, null);
    }

    public static Envelope<Void> failed(ApiProblem problem, String correlationId) {
        return new Envelope<>(false, null, problem, correlationId);
    }
}
