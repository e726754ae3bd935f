package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.model.api.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AsyncTest {
    private final List<String> got = new ArrayList<>();
    private final QueuedExecutor io = new QueuedExecutor();
    private final QueuedExecutor ui = new QueuedExecutor();
    private final Async async = new Async(io, ui, _ -> {});

    private void expect(Async.Call<String> call) {
        call.then(got::add, problem -> got.add(problem.code().name()));
    }

    @Test
    @DisplayName("works away from the FX thread and returns to it")
    void returns() {
        expect(async.run(() -> "done"));
        assertThat(got).isEmpty();
        io.runNext();
        assertThat(got).isEmpty();
        ui.runNext();

        assertThat(got).containsExactly("done");
    }

    @Test
    @DisplayName("hands a result over even when it was there before anybody asked for it")
    void early() {
        var call = async.run(() -> "done");
        io.runNext();
        ui.runNext();
        expect(call);

        assertThat(got).containsExactly("done");
    }

    @Test
    @DisplayName("tells of errors, too: nobody waits for ever")
    void errors() {
        expect(async.run(() -> {
            throw new StackOverflowError();
        }));
        io.runNext();
        ui.runNext();

        assertThat(got).containsExactly(ErrorCode.UNKNOWN.name());
    }

    @Test
    @DisplayName("drops the result of earlier work of the same key")
    void latest() {
        expect(async.latest("key", () -> "old"));
        io.runNext();
        expect(async.latest("key", () -> "new"));
        io.runNext();
        ui.runNext();
        ui.runNext();

        assertThat(got).containsExactly("new");
    }

    @Test
    @DisplayName("never begins earlier work of the same key that still waits")
    void neverBegun() {
        expect(async.latest("key", () -> {
            got.add("began");
            return "old";
        }));
        async.cancel("key");
        io.runNext();

        assertThat(got).isEmpty();
        assertThat(ui.size()).isZero();
    }

    @Test
    @DisplayName("leaves work of other keys alone")
    void others() {
        expect(async.latest("one", () -> "1"));
        expect(async.latest("two", () -> "2"));
        io.runNext();
        io.runNext();
        ui.runNext();
        ui.runNext();

        assertThat(got).containsExactly("1", "2");
    }

    @Test
    @DisplayName("hands over the server's refusal, and calls anything else unexpected")
    void failures() {
        expect(async.run(() -> {
            throw FakeApi.problem(ErrorCode.FORBIDDEN);
        }));
        expect(async.run(() -> {
            throw new IllegalStateException("bug");
        }));
        io.runNext();
        io.runNext();
        ui.runNext();
        ui.runNext();

        assertThat(got).containsExactly("FORBIDDEN", "UNKNOWN");
    }
}
