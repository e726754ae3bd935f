package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.ui.StepTimeline.State;
import io.medianest.desktop.ui.StepTimeline.Step;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestDetails;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import io.medianest.model.request.StatusChange;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestWordsTest {
    private final FakeApi api = new FakeApi();
    private final RequestWords words = new RequestWords(new Texts(Locale.UK, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC)));

    private MediaRequest in(RequestStatus status, RequestStage stage) {
        return FakeApi.with(api.all().getLast(), status, stage);
    }

    @Test
    @DisplayName("tells the story of a download up to now and what is to come")
    void downloading() {
        RequestDetails details = api.request("req_1");

        assertThat(words.steps(details.request(), details.statusHistory()))
                .containsExactly(
                        new Step("Asked", "Today 18:02 · You", State.DONE),
                        new Step("Approved", "Today 18:10 · MediaNest", State.DONE),
                        new Step("Sent to Overseerr", "Today 18:10 · Overseerr", State.DONE),
                        new Step("Downloading 62 %", "Today 18:10 · Overseerr", State.NOW),
                        new Step("In the library", "", State.AHEAD));
    }

    @Test
    @DisplayName("says that a fresh request waits for a yes")
    void pending() {
        RequestDetails details = api.request("req_4");

        assertThat(words.steps(details.request(), details.statusHistory()))
                .extracting(Step::title)
                .containsExactly("Asked", "Waits for a yes", "In the library");
    }

    @Test
    @DisplayName("leaves out the words of whoever asked, which stand beside it, but not those of others")
    void comments() {
        MediaRequest request = api.all().stream()
                .filter(one -> one.comment() != null)
                .findFirst()
                .orElseThrow();
        var asked = new StatusChange(
                RequestStatus.PENDING, RequestStage.QUEUED, request.createdAt(), "You", request.comment());
        var approved =
                new StatusChange(RequestStatus.APPROVED, RequestStage.QUEUED, FakeApi.NOW, "Alex", "If it must be.");

        assertThat(words.steps(request, List.of(asked, approved)))
                .extracting(Step::caption)
                .startsWith("Today 18:02 · You", "Today 18:10 · Alex · If it must be.");
    }

    @Test
    @DisplayName("a failure is bad in every status that is still open")
    void failed() {
        assertThat(words.tone(in(RequestStatus.APPROVED, RequestStage.FAILED))).isEqualTo(Tone.BAD);
        assertThat(words.standing(in(RequestStatus.PENDING, RequestStage.FAILED)))
                .isEqualTo("Failed");
        assertThat(words.tone(in(RequestStatus.AVAILABLE, RequestStage.DONE))).isEqualTo(Tone.GOOD);
    }

    @Test
    @DisplayName("there is a word for every combination of status and stage")
    void complete() {
        for (RequestStatus status : RequestStatus.values()) {
            for (RequestStage stage : RequestStage.values()) {
                assertThat(words.standing(in(status, stage))).isNotBlank();
                assertThat(words.share(in(status, stage))).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    @DisplayName("initials are the first letters of the first and the last word")
    void initials() {
        assertThat(Avatar.initials("Rudolf Klein-Rogge")).isEqualTo("RR");
        assertThat(Avatar.initials("You")).isEqualTo("Y");
        assertThat(Avatar.initials("gustav fröhlich")).isEqualTo("GF");
        assertThat(Avatar.initials("")).isEmpty();
    }
}
