/// Tests of the Socket.IO server against raw HTTP and WebSocket, and against the protocol's own Java client.
@NullMarked
package io.medianest.server.platform.socketio;

import org.jspecify.annotations.NullMarked;
