package io.medianest.server.lan;

import io.medianest.model.server.ServerInfo;
import io.medianest.model.server.SignInMethod;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.ApiRouting;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.platform.qr.QrPicture;
import java.time.Duration;
import java.util.List;

/// HTTP of being found.
final class LanRoutes implements Routes {
    private static final String QR = "/server/qr";
    private static final Duration QR_HOLDS = Duration.ofMinutes(1);
    private static final List<SignInMethod> METHODS =
            List.of(SignInMethod.PLEX, SignInMethod.PAIRING_CODE, SignInMethod.TOKEN);

    private final Whereabouts whereabouts;
    private final String version;

    LanRoutes(Whereabouts whereabouts, String version) {
        this.whereabouts = whereabouts;
        this.version = version;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/server/info", Access.PUBLIC, this::info).get(QR, Access.PUBLIC_UNCOUNTED, this::qrCode);
    }

    private void info(Exchange exchange) {
        var urls = whereabouts.urls(exchange.localPort());
        exchange.ok(new ServerInfo(
                whereabouts.name(),
                version,
                exchange.localPort(),
                urls.getFirst(),
                urls,
                METHODS,
                ApiRouting.BASE + QR));
    }

    private void qrCode(Exchange exchange) {
        var best = whereabouts.urls(exchange.localPort()).getFirst();
        exchange.file("image/png", QrPicture.png(best), QR_HOLDS);
    }
}
