/// An Engine.IO server, revision 4 of the protocol: a two-way message channel over HTTP long-polling, WebSocket, or
/// the first upgraded to the second. Depends on Helidon 4 and SLF4J only.
///
/// **Sources.** The protocol description and the behaviour that its public test suite expects
/// (<https://github.com/socketio/engine.io-protocol>). Where the description is silent, clients decide: an
/// unfinished upgrade is given up after a while, and a session's second WebSocket is accepted and closed at once.
///
/// **Use.** An [EngineServer] gets an [EngineHandler]; [EngineRoutes] puts it on a path of a Helidon server.
/// Requests that the protocol refuses are answered with `{"code":…,"message":…}`, see [EngineError].
///
/// **Threads.** The handler is called for each session one call at a time and in order, on a virtual thread that
/// exists only while there is something to call. [EngineSession#send] never blocks: messages wait in the session's
/// outbox, which one thread empties, the writer of the WebSocket or the request that polls. Timers only put work in
/// place.
///
/// **Limits.** Number of sessions, and of [Strangers] an address; messages and bytes in an outbox (a client
/// that reads too slowly is closed), bytes of a message or a polled body, and received messages that wait for
/// the handler (the transport is not read meanwhile). Helidon's `WsConfig` has a frame limit of its own (1 MiB
/// unless set), which must not be below `maxPayload`.
///
/// **Set `TCP_NODELAY`** in Helidon's `connectionOptions`: small messages that follow each other wait some 40 ms
/// otherwise.
///
/// **Not supported.** JSONP, WebTransport, revision 3, per-message compression.
@NullMarked
package io.medianest.server.platform.socketio.engine;

import org.jspecify.annotations.NullMarked;
