package io.medianest.desktop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.ui.Texts;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestLinesTest {
    private final Texts texts = new Texts(Locale.UK, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));

    @Test
    @DisplayName("what can be done about a denied wish is said to whoever wished it, and of them to others")
    void denied() {
        MediaRequest denied = FakeApi.with(new FakeApi().all().getFirst(), RequestStatus.DENIED, RequestStage.DONE);

        assertThat(RequestLines.help(texts, denied, denied.userId(), false))
                .hasValueSatisfying(said -> assertThat(said).startsWith("You can ask for it again"));
        assertThat(RequestLines.help(texts, denied, "somebody else", true))
                .hasValueSatisfying(said -> assertThat(said).startsWith(denied.username() + " can ask for it again"));
    }
}
