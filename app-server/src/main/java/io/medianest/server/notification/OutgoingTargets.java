package io.medianest.server.notification;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.notification.NotificationType;
import io.medianest.model.outgoing.NewOutgoingTarget;
import io.medianest.model.outgoing.OutgoingKind;
import io.medianest.model.outgoing.OutgoingTarget;
import io.medianest.model.outgoing.OutgoingTargetList;
import io.medianest.model.outgoing.OutgoingTest;
import io.medianest.server.courier.Destination;
import io.medianest.server.notification.OutgoingStore.TargetRow;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Ids;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.security.SecretBox;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rules of where notifications go beside the program. Keys come in and never go out. Thread-safe.
final class OutgoingTargets {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingTargets.class);
    private static final int MOST = 20;

    private final Database database;
    private final SecretBox box;
    private final BiConsumer<Destination, String> trial;
    private final Ids ids;
    private final Clock clock;

    /// @param trial sends a word to a target, in a language
    OutgoingTargets(Database database, SecretBox box, BiConsumer<Destination, String> trial, Ids ids, Clock clock) {
        this.database = database;
        this.box = box;
        this.trial = trial;
        this.ids = ids;
        this.clock = clock;
    }

    OutgoingTargetList list() {
        return new OutgoingTargetList(database.store(OutgoingStore.class).targets().stream()
                .map(this::shown)
                .toList());
    }

    /// @throws MediaNestException `VALIDATION_ERROR`; `INVALID_STATE` when there are too many
    OutgoingTarget add(NewOutgoingTarget wanted, String by) {
        var form = TargetForm.of(wanted, null);
        var row = row(ids.next("out"), form, null);
        database.run(tx -> {
            var store = tx.store(OutgoingStore.class);
            if (store.count() >= MOST) {
                throw new MediaNestException(
                        ErrorCode.INVALID_STATE, "There are %d targets already: remove one first".formatted(MOST));
            }
            store.insert(row);
        });
        LOG.info("{} has notifications sent to {} ({})", by, form.name(), form.kind());
        return shown(row);
    }

    /// @throws MediaNestException `NOT_FOUND`, `VALIDATION_ERROR`
    OutgoingTarget change(String id, NewOutgoingTarget wanted, String by) {
        return database.inside(tx -> {
            var store = tx.store(OutgoingStore.class);
            var before = store.lock(id).orElseThrow(() -> unknown(id));
            var row = row(id, TargetForm.of(wanted, form(before)), before);
            store.update(row);
            LOG.info("{} has changed the target {}", by, row.name());
            return shown(row);
        });
    }

    /// @throws MediaNestException `NOT_FOUND`
    void remove(String id, String by) {
        if (database.store(OutgoingStore.class).delete(id) == 0) {
            throw unknown(id);
        }
        LOG.info("{} has removed the target {}", by, id);
    }

    /// Sends a word there, now and once.
    ///
    /// @throws MediaNestException `NOT_FOUND`
    OutgoingTest test(String id) {
        var row = database.store(OutgoingStore.class).find(id).orElseThrow(() -> unknown(id));
        long begun = System.nanoTime();
        try {
            trial.accept(destination(row), row.language());
            return new OutgoingTest(true, (System.nanoTime() - begun) / 1_000_000, null);
        } catch (MediaNestException e) {
            return new OutgoingTest(false, null, e.getMessage());
        }
    }

    /// The targets that are told such news.
    static List<TargetRow> toldOf(Tx tx, NotificationType type) {
        return tx.store(OutgoingStore.class).targets().stream()
                .filter(TargetRow::enabled)
                .filter(target -> TargetForm.eventsOf(target.events()).contains(type))
                .toList();
    }

    /// @throws MediaNestException `INVALID_STATE` when its keys cannot be read any more
    Destination destination(TargetRow row) {
        var form = form(row);
        return new Destination(
                form.kind(),
                URI.create(form.address()),
                form.secret() == null ? null : new Secret(form.secret()),
                form.username(),
                form.sender(),
                form.recipients());
    }

    private TargetRow row(String id, TargetForm form, @Nullable TargetRow before) {
        return new TargetRow(
                id,
                form.name(),
                form.kind().wireName(),
                box.seal(new Secret(form.address())),
                form.secret() == null ? null : box.seal(new Secret(form.secret())),
                form.username(),
                form.sender(),
                form.recipients().isEmpty() ? null : String.join("\n", form.recipients()),
                form.events().stream().map(NotificationType::wireName).collect(Collectors.joining(",")),
                form.language(),
                form.enabled(),
                before == null ? clock.instant() : before.createdAt(),
                before == null ? null : before.lastSentAt(),
                before == null ? null : before.lastFailedAt(),
                before == null ? null : before.lastError());
    }

    private TargetForm form(TargetRow row) {
        return form(row, opened(row, row.address()), row.secret() == null ? null : opened(row, row.secret()));
    }

    private static TargetForm form(TargetRow row, String address, @Nullable String secret) {
        return new TargetForm(
                row.name(),
                Arrays.stream(OutgoingKind.values())
                        .filter(kind -> kind.wireName().equals(row.kind()))
                        .findFirst()
                        .orElse(OutgoingKind.UNKNOWN),
                address,
                secret,
                row.username(),
                row.sender(),
                row.recipients() == null ? List.of() : List.of(row.recipients().split("\n")),
                TargetForm.eventsOf(row.events()),
                row.language(),
                row.enabled());
    }

    private String opened(TargetRow row, String sealed) {
        try {
            return box.open(sealed).reveal();
        } catch (SecretBox.CannotOpen e) {
            LOG.warn("the target {} was stored with another key file", row.name());
            throw new MediaNestException(
                    ErrorCode.INVALID_STATE,
                    "The keys of %s were stored with another key file: remove it and set it up again"
                            .formatted(row.name()),
                    row.id());
        }
    }

    /// One whose keys cannot be read is shown, too: how else would somebody find and remove it?
    private OutgoingTarget shown(TargetRow row) {
        try {
            var form = form(row);
            return shown(row, form, form.shownAddress(), row.lastError());
        } catch (MediaNestException e) {
            var form = form(row, OutgoingTarget.HIDDEN, row.secret());
            return shown(row, form, OutgoingTarget.HIDDEN, e.getMessage());
        }
    }

    private static OutgoingTarget shown(TargetRow row, TargetForm form, String address, @Nullable String lastError) {
        return new OutgoingTarget(
                row.id(),
                form.name(),
                form.kind(),
                address,
                form.secret() == null ? null : OutgoingTarget.HIDDEN,
                form.username(),
                form.sender(),
                form.recipients().isEmpty() ? null : form.recipients(),
                form.events(),
                form.language(),
                form.enabled(),
                row.lastSentAt(),
                row.lastFailedAt(),
                lastError);
    }

    private static MediaNestException unknown(String id) {
        return new MediaNestException(ErrorCode.NOT_FOUND, "There is no such target", id);
    }
}
