package io.medianest.desktop.api;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// WebSockets that answer the server's farewell. The Socket.IO client does not, and would notice only when the next
/// ping fails to come, 45 seconds later, that the server has gone.
final class PoliteWebSockets implements WebSocket.Factory {
    private final OkHttpClient http;

    PoliteWebSockets(OkHttpClient http) {
        this.http = http;
    }

    @Override
    public WebSocket newWebSocket(Request request, WebSocketListener listener) {
        return http.newWebSocket(request, new Polite(listener));
    }

    private static final class Polite extends WebSocketListener {
        private final WebSocketListener listener;

        Polite(WebSocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            listener.onOpen(webSocket, response);
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            listener.onMessage(webSocket, text);
        }

        @Override
        public void onMessage(WebSocket webSocket, ByteString bytes) {
            listener.onMessage(webSocket, bytes);
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(code, null);
            listener.onClosing(webSocket, code, reason);
        }

        @Override
        public void onClosed(WebSocket webSocket, int code, String reason) {
            listener.onClosed(webSocket, code, reason);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            listener.onFailure(webSocket, failure, response);
        }
    }
}
