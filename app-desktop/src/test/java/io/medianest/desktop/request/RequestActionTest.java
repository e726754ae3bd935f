package io.medianest.desktop.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.SampleRequests;
import io.medianest.model.account.Role;
import io.medianest.model.account.User;
import io.medianest.model.request.MediaRequest;
import io.medianest.model.request.RequestStage;
import io.medianest.model.request.RequestStatus;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RequestActionTest {
    private final User owner = new FakeApi().user();
    private final User mia = new User(
            "usr_2",
            "Mia",
            null,
            null,
            Role.USER,
            null,
            owner.preferences(),
            owner.statistics(),
            owner.createdAt(),
            owner.updatedAt(),
            null);

    private static List<RequestAction> open(User person, RequestStatus status, RequestStage stage) {
        MediaRequest ofMia = SampleRequests.by("usr_2", "Mia", 1, status, stage);
        return Arrays.stream(RequestAction.values())
                .filter(action -> action.isOpenTo(person, ofMia))
                .toList();
    }

    @Test
    @DisplayName("an admin decides what is pending and retries what failed")
    void admin() {
        assertThat(open(owner, RequestStatus.PENDING, RequestStage.QUEUED))
                .containsExactly(RequestAction.APPROVE, RequestAction.DENY);
        assertThat(open(owner, RequestStatus.APPROVED, RequestStage.FAILED)).containsExactly(RequestAction.RETRY);
        assertThat(open(owner, RequestStatus.APPROVED, RequestStage.DOWNLOADING))
                .isEmpty();
        assertThat(open(owner, RequestStatus.AVAILABLE, RequestStage.DONE)).isEmpty();
    }

    @Test
    @DisplayName("others take back what is theirs and pending, nothing else")
    void user() {
        assertThat(open(mia, RequestStatus.PENDING, RequestStage.QUEUED)).containsExactly(RequestAction.CANCEL);
        assertThat(open(mia, RequestStatus.APPROVED, RequestStage.FAILED)).isEmpty();
        assertThat(RequestAction.CANCEL.isOpenTo(mia, SampleRequests.pending(1)))
                .isFalse();
    }
}
