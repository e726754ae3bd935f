package io.medianest.desktop;

import io.medianest.desktop.api.ApiException;
import io.medianest.desktop.api.OutgoingApi;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTargetList;
import io.medianest.model.outgoing.OutgoingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Targets of notifications that live in memory. Not thread-safe.
public final class FakeOutgoing implements OutgoingApi {
    /// Every call, in words, oldest first.
    public final List<String> calls = new ArrayList<>();

    /// Every wish that came with one, oldest first.
    public final List<NewOutgoingTarget> wishes = new ArrayList<>();

    public OutgoingTest outcome = new OutgoingTest(true, 120L, null);

    private @Nullable ApiException failure;
    private final List<OutgoingTarget> targets = new ArrayList<>(List.of(
            new OutgoingTarget(
                    "out_1",
                    "The family chat",
                    OutgoingKind.DISCORD,
                    "https://discord.com/••••",
                    null,
                    null,
                    null,
                    null,
                    List.of(NotificationType.REQUEST_AVAILABLE, NotificationType.INCIDENT_OPENED),
                    "en",
                    true,
                    FakeApi.NOW.minusSeconds(300),
                    null,
                    null),
            new OutgoingTarget(
                    "out_2",
                    "Mail",
                    OutgoingKind.EMAIL,
                    "smtp://mail.example:587",
                    OutgoingTarget.HIDDEN,
                    "mia",
                    "nest@home.example",
                    List.of("mia@home.example", "jonas@home.example"),
                    List.of(NotificationType.INCIDENT_OPENED),
                    "de",
                    true,
                    FakeApi.NOW.minusSeconds(86_400),
                    FakeApi.NOW.minusSeconds(7_200),
                    "The mail server does not take the password"),
            new OutgoingTarget(
                    "out_3",
                    "My phone",
                    OutgoingKind.NTFY,
                    "https://ntfy.sh/our-nest",
                    null,
                    null,
                    null,
                    null,
                    List.of(NotificationType.values()),
                    "en",
                    false,
                    null,
                    null,
                    null)));

    /// From now on everything fails in this way; null for all being well.
    public void failWith(@Nullable ApiException problem) {
        failure = problem;
    }

    public void clear() {
        targets.clear();
    }

    private void called(String call) {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public OutgoingTargetList list() {
        called("list");
        return new OutgoingTargetList(List.copyOf(targets));
    }

    @Override
    public OutgoingTarget add(NewOutgoingTarget wish) {
        wishes.add(wish);
        called("add " + wish.name());
        var made = target("out_" + (targets.size() + 1), wish);
        targets.add(made);
        return made;
    }

    private static OutgoingTarget target(String id, NewOutgoingTarget wish) {
        return new OutgoingTarget(
                id,
                Objects.requireNonNull(wish.name()),
                Objects.requireNonNull(wish.kind()),
                Objects.requireNonNull(wish.address()),
                wish.secret() == null ? null : OutgoingTarget.HIDDEN,
                wish.username(),
                wish.sender(),
                wish.recipients(),
                Objects.requireNonNull(wish.events()),
                Objects.requireNonNull(wish.language()),
                Objects.requireNonNull(wish.enabled()),
                null,
                null,
                null);
    }

    @Override
    public OutgoingTarget change(String id, NewOutgoingTarget wish) {
        wishes.add(wish);
        called("change " + id);
        var changed = target(id, wish);
        targets.replaceAll(target -> target.id().equals(id) ? changed : target);
        return changed;
    }

    @Override
    public void remove(String id) {
        called("remove " + id);
        targets.removeIf(target -> target.id().equals(id));
    }

    @Override
    public OutgoingTest test(String id) {
        called("test " + id);
        return outcome;
    }
}
