/// A Socket.IO server, revision 5 of the protocol, which clients of version 3 and 4 speak: events both ways with
/// acknowledgements, namespaces, rooms, binary. Depends on Helidon 4, Jackson and SLF4J only; what carries it is in
/// [io.medianest.server.platform.socketio.engine].
///
/// **Sources.** The protocol description and the behaviour that its public test suite expects
/// (<https://github.com/socketio/socket.io-protocol>).
///
/// **Use.**
/// ```java
/// var server = new SocketIoServer(SocketIoConfig.defaults(), mapper, OriginPolicy.sameHost(), timers);
/// server.namespace("/").onConnect(socket -> {
///     socket.join("guests");
///     socket.on("hello", event -> event.acknowledge("welcome"));
/// });
/// server.register(httpRouting, webSocketRouting);
/// server.namespace("/").to("guests").emit("news", Map.of("title", "…"));
/// ```
/// Values to send become JSON through the given Jackson mapper; `byte[]` anywhere inside travels as a binary
/// attachment, and received attachments are `BinaryNode`s in the received tree. A room gets an event that was written
/// once. What many sockets get with small differences can be written once as well: Jackson's `RawValue`s, anywhere
/// inside, are taken as the JSON that they are.
///
/// **Threads.** Handlers of one client run one at a time and in order, on virtual threads; they may block, which
/// holds up that client alone. Everything that sends may be called from any thread and never blocks. Between two
/// threads that send to the same socket the order is that of their calls, and every receiver of a room gets one
/// thread's events in its order.
///
/// **Limits.** Those of the engine; besides, [PacketDecoder#MAX_ATTACHMENTS] attachments a packet, together
/// no larger than one message, and none from a client that is in no namespace. A client that speaks nonsense
/// is disconnected, as is one that joins no namespace in time or tries more than
/// [ClientConnection#MAX_CONNECTS] times.
///
/// **A client to be careful with.** The protocol's Java client (2.1.2) does not notice a WebSocket's close frame
/// and learns of the end by its ping timeout only, unless its `webSocketFactory` wraps the listener such that
/// `onClosing` closes the WebSocket. [Socket#disconnect] reaches it at once, since that is told by a packet before
/// the close frame.
///
/// **Not supported.** Several nodes, connection state recovery, dynamic namespaces, volatile messages.
@NullMarked
package io.medianest.server.platform.socketio;

import org.jspecify.annotations.NullMarked;
