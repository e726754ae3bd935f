package io.medianest.server.platform.http;

import io.helidon.common.GenericType;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.mapper.Value;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A length of nothing that Helidon finds among the headers and does not send. It insists on one for 304, and takes
/// none but 0 there; what a client would read is that the file which it has is empty. Thread-safe.
final class UntoldLength implements Header {
    static final Header OF_304 = new UntoldLength();
    private static final Header ZERO = HeaderValues.CONTENT_LENGTH_ZERO;

    private UntoldLength() {}

    @Override
    public void writeHttp1Header(BufferData buffer) {
        // That is what it is for.
    }

    @Override
    public String name() {
        return ZERO.name();
    }

    @Override
    public HeaderName headerName() {
        return HeaderNames.CONTENT_LENGTH;
    }

    @Override
    public String get() {
        return ZERO.get();
    }

    @Override
    public List<String> allValues() {
        return ZERO.allValues();
    }

    @Override
    public int valueCount() {
        return ZERO.valueCount();
    }

    @Override
    public boolean sensitive() {
        return ZERO.sensitive();
    }

    @Override
    public boolean changing() {
        return ZERO.changing();
    }

    @Override
    public <N> Value<N> as(Class<N> type) {
        return ZERO.as(type);
    }

    @Override
    public <N> Value<N> as(GenericType<N> type) {
        return ZERO.as(type);
    }

    @Override
    public <N> Value<N> as(Function<? super String, ? extends N> mapper) {
        return ZERO.as(mapper);
    }

    @Override
    public Optional<String> asOptional() {
        return ZERO.asOptional();
    }

    @Override
    public Value<Boolean> asBoolean() {
        return ZERO.asBoolean();
    }

    @Override
    public Value<String> asString() {
        return ZERO.asString();
    }

    @Override
    public Value<Integer> asInt() {
        return ZERO.asInt();
    }

    @Override
    public Value<Long> asLong() {
        return ZERO.asLong();
    }

    @Override
    public Value<Double> asDouble() {
        return ZERO.asDouble();
    }
}
