package io.medianest.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FakeApi;
import io.medianest.desktop.FakeOutgoing;
import io.medianest.desktop.QueuedExecutor;
import io.medianest.desktop.settings.OutgoingForm.Field;
import io.medianest.desktop.ui.Async;
import io.medianest.desktop.ui.Screen;
import io.medianest.model.api.ErrorCode;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutgoingViewModelTest {
    private final FakeOutgoing api = new FakeOutgoing();
    private final OutgoingViewModel model = model(new Async(Runnable::run, Runnable::run, _ -> {}));

    private OutgoingViewModel model(Async async) {
        return new OutgoingViewModel(api, async, Clock.fixed(FakeApi.NOW, ZoneOffset.UTC));
    }

    private List<OutgoingTarget> targets() {
        return model.screenProperty().get() instanceof Screen.Content<List<OutgoingTarget>>(var targets, var _)
                ? targets
                : List.of();
    }

    private OutgoingTarget target(String name) {
        return targets().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private OutgoingForm form() {
        return Objects.requireNonNull(model.formProperty().get());
    }

    @Test
    @DisplayName("a mailbox is added with all that was written, and everything that can be told")
    void add() {
        model.read();
        model.begin("de");
        form().kindProperty().set(OutgoingKind.EMAIL);
        form().text(Field.NAME).set(" Post ");
        form().text(Field.ADDRESS).set("smtps://mail.example:465 ");
        form().text(Field.SECRET).set("pass word ");
        form().text(Field.SENDER).set("nest@home.example");
        form().text(Field.RECIPIENTS).set("mia@home.example, jonas@home.example;");
        model.save();

        assertThat(model.formProperty().get()).isNull();
        assertThat(target("Post").address()).isEqualTo("smtps://mail.example:465");
        var wish = api.wishes.getLast();
        assertThat(wish.secret()).isEqualTo("pass word ");
        assertThat(wish.recipients()).containsExactly("mia@home.example", "jonas@home.example");
        assertThat(wish.language()).isEqualTo("de");
        assertThat(wish.events())
                .hasSize(NotificationType.values().length - 1)
                .doesNotContain(NotificationType.UNKNOWN);
    }

    @Test
    @DisplayName("what a kind does not have is not sent along")
    void otherKind() {
        model.begin("en");
        form().kindProperty().set(OutgoingKind.EMAIL);
        form().text(Field.SECRET).set("a password");
        form().text(Field.SENDER).set("nest@home.example");
        form().kindProperty().set(OutgoingKind.DISCORD);
        form().text(Field.NAME).set("Chat");
        model.save();

        var wish = api.wishes.getLast();
        assertThat(wish.secret()).isNull();
        assertThat(wish.sender()).isNull();
        assertThat(wish.recipients()).isNull();
    }

    @Test
    @DisplayName("a key that is set stays unless somebody writes another or has it forgotten")
    void keys() {
        model.read();
        model.change(target("Mail"));
        assertThat(form().text(Field.SECRET).get()).isEmpty();
        assertThat(form().hasKey()).isTrue();
        model.save();
        assertThat(api.wishes.getLast().secret()).isNull();

        model.read();
        model.change(target("Mail"));
        form().keyForgottenProperty().set(true);
        model.save();
        assertThat(api.wishes.getLast().secret()).isEmpty();
    }

    @Test
    @DisplayName("what is wrong with what was written is said beside it, and nothing of it is lost")
    void wrong() {
        model.read();
        model.change(target("The family chat"));
        form().text(Field.NAME).set("Chat");
        api.failWith(FakeApi.problem(ErrorCode.VALIDATION_ERROR));
        model.save();

        assertThat(form().problemProperty().get()).isNotNull();
        assertThat(form().savingProperty().get()).isFalse();
        assertThat(form().text(Field.NAME).get()).isEqualTo("Chat");
        api.failWith(null);
        model.save();
        assertThat(target("Chat").enabled()).isTrue();
    }

    @Test
    @DisplayName("two presses of Save save once")
    void once() {
        var io = new QueuedExecutor();
        var slow = model(new Async(io, Runnable::run, _ -> {}));
        slow.begin("en");
        slow.save();
        slow.save();
        io.runNext();
        assertThat(api.wishes).hasSize(1);
        assertThat(slow.formProperty().get()).isNull();
    }

    @Test
    @DisplayName("what came of a test is told of that target until it is changed")
    void test() {
        api.outcome = new OutgoingTest(false, null, "Discord knows no such webhook");
        model.read();
        var chat = target("The family chat");
        model.test(chat);
        var trial = Objects.requireNonNull(model.trialsProperty().get().get(chat.id()));
        assertThat(Objects.requireNonNull(trial.outcome()).message()).isEqualTo("Discord knows no such webhook");

        model.change(chat);
        model.save();
        assertThat(model.trialsProperty().get()).isEmpty();
    }

    @Test
    @DisplayName("a test that could not even be asked for is said, and one that is on its way shows")
    void noTest() {
        var io = new QueuedExecutor();
        var slow = model(new Async(io, Runnable::run, _ -> {}));
        model.read();
        slow.test(target("Mail"));
        assertThat(slow.trialsProperty().get()).containsValue(new OutgoingViewModel.Trial(null));
        api.failWith(FakeApi.problem(ErrorCode.SERVICE_UNAVAILABLE));
        io.runNext();
        assertThat(slow.trialsProperty().get()).isEmpty();
        assertThat(slow.problemProperty().get()).isNotNull();
    }

    @Test
    @DisplayName("the last one that is removed leaves a screen that says what to do next")
    void remove() {
        model.read();
        targets().forEach(model::remove);
        assertThat(model.screenProperty().get()).isInstanceOf(Screen.Empty.class);
    }
}
