package io.medianest.server.download;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.download.Download;
import io.medianest.model.download.DownloadMove;
import io.medianest.model.download.DownloadMove.Place;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.db.Database;
import io.medianest.server.platform.db.Tx;
import io.medianest.server.platform.security.Caller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The order in which the downloads of one person come. That people take turns is not theirs to change. A
/// playlist moves with all its videos that wait. Thread-safe.
final class DownloadOrder {
    private final Database database;
    private final DownloadLedger ledger;

    DownloadOrder(Database database, DownloadLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /// @throws MediaNestException `VALIDATION_ERROR`; `NOT_FOUND`; `INVALID_STATE` when it does not wait
    Download move(Caller caller, String id, DownloadMove move) {
        if ((move.to() == null) == (move.before() == null) || move.to() == Place.UNKNOWN) {
            throw MediaNestException.invalid("to", "Say either 'to': top or bottom, or 'before': the id of another");
        }
        return database.inside(tx -> {
            var store = tx.store(DownloadStore.class);
            var main = Downloads.visible(store, caller, id);
            var queue = store.waitingOf(main.userId());
            write(tx, queue, reordered(queue, id, move));
            return ledger.tell(tx, id);
        });
    }

    private static List<Waiting> reordered(List<Waiting> queue, String id, DownloadMove move) {
        var moved = queue.stream().filter(waiting -> waiting.isPartOf(id)).toList();
        if (moved.isEmpty()) {
            throw new MediaNestException(ErrorCode.INVALID_STATE, "Only what waits for its turn can be moved", id);
        }
        var order = new ArrayList<>(queue);
        order.removeAll(Set.copyOf(moved));
        order.addAll(index(order, move), moved);
        return order;
    }

    private static int index(List<Waiting> others, DownloadMove move) {
        var before = move.before();
        if (before == null) {
            return move.to() == Place.TOP ? 0 : others.size();
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).isPartOf(before)) {
                return i;
            }
        }
        throw MediaNestException.invalid("before", "'before' must be another download of the same person that waits");
    }

    /// In the order of their ids, so that two who move at once do not wait for each other.
    private static void write(Tx tx, List<Waiting> before, List<Waiting> after) {
        var store = tx.store(DownloadStore.class);
        var places = before.stream().map(Waiting::place).sorted().toList();
        var changes = new ArrayList<Waiting>();
        long place = places.getFirst() - 1;
        for (int i = 0; i < after.size(); i++) {
            place = Math.max(place + 1, places.get(i));
            changes.add(after.get(i).at(place));
        }
        changes.sort(Comparator.comparing(Waiting::id));
        changes.removeAll(Set.copyOf(before));
        store.place(
                changes.stream().map(Waiting::id).toList(),
                changes.stream().map(Waiting::place).toList());
    }

    /// A video that waits, or a playlist that has not been looked into. Public because Jdbi makes it.
    ///
    /// @param place the smallest comes first
    public record Waiting(String id, @Nullable String playlistId, long place) {
        private boolean isPartOf(String other) {
            return id.equals(other) || other.equals(playlistId);
        }

        private Waiting at(long newPlace) {
            return new Waiting(id, playlistId, newPlace);
        }
    }
}
