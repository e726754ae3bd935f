package io.medianest.server.platform.socketio.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Packets that wait for one client, bounded in number and in bytes. For one thread at a time.
final class Outbox {
    private final int maxPackets;
    private final long maxBytes;
    private final ArrayDeque<EnginePacket> packets = new ArrayDeque<>();
    private long bytes;

    Outbox(int maxPackets, long maxBytes) {
        this.maxPackets = maxPackets;
        this.maxBytes = maxBytes;
    }

    /// Adds all of the packets, or none. An empty box takes them however large they are: what one call sends cannot be
    /// sent in smaller parts.
    ///
    /// @return false when they do not fit
    boolean add(List<EnginePacket> added) {
        long size = added.stream().mapToLong(EnginePacket::bytes).sum();
        if (packets.size() + added.size() > maxPackets || (!packets.isEmpty() && bytes + size > maxBytes)) {
            return false;
        }
        packets.addAll(added);
        bytes += size;
        return true;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    @Nullable EnginePacket poll() {
        var first = packets.poll();
        if (first != null) {
            bytes -= first.bytes();
        }
        return first;
    }

    List<EnginePacket> takeAll() {
        var all = new ArrayList<>(packets);
        clear();
        return all;
    }

    void clear() {
        packets.clear();
        bytes = 0;
    }
}
