package io.medianest.server.platform.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.server.platform.socketio.engine.EngineHandshake;

/// How a client came.
///
/// @param request that opened its connection
/// @param auth what it sent along to the namespace; an empty object when nothing
public record Handshake(EngineHandshake request, JsonNode auth) {}
