package io.medianest.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private final AtomicInteger comeAgain = new AtomicInteger();
    private final Receipts receipts = new Receipts("socket", comeAgain::incrementAndGet);

    @Test
    @DisplayName("a client that never confirms anything is left alone")
    void never() {
        receipts.expected("mediaRequest:created", 1).unanswered();
        receipts.expected("mediaRequest:created", 2).unanswered();

        assertThat(comeAgain).hasValue(0);
    }

    @Test
    @DisplayName("a client that used to confirm and does not any more has to come again")
    void notAnyMore() {
        receipts.expected("mediaRequest:created", 1).acknowledged(List.of());
        assertThat(comeAgain).hasValue(0);

        receipts.expected("mediaRequest:created", 2).unanswered();
        assertThat(comeAgain).hasValue(1);
    }
}
