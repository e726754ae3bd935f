package io.medianest.server.platform.socketio;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who is in which room. Rooms exist while somebody is in them. Thread-safe.
final class Rooms {
    private final Map<String, Set<Socket>> members = new ConcurrentHashMap<>();

    void join(String room, Socket socket) {
        members.compute(room, (name, present) -> {
            Set<Socket> sockets = present == null ? ConcurrentHashMap.newKeySet() : present;
            sockets.add(socket);
            return sockets;
        });
    }

    void leave(String room, Socket socket) {
        members.computeIfPresent(room, (name, sockets) -> {
            sockets.remove(socket);
            return sockets.isEmpty() ? null : sockets;
        });
    }

    void leaveAll(Socket socket) {
        members.keySet().forEach(room -> leave(room, socket));
    }

    Set<Socket> in(String room) {
        return members.getOrDefault(room, Set.of());
    }
}
