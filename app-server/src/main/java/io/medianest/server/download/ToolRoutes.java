package io.medianest.server.download;

import io.medianest.model.download.DownloadTool;
import io.medianest.model.download.DownloadTools;
import io.medianest.model.download.UpdateAdvice;
import io.medianest.server.platform.http.Access;
import io.medianest.server.platform.http.Exchange;
import io.medianest.server.platform.http.RouteTable;
import io.medianest.server.platform.http.Routes;
import io.medianest.server.ytdlp.Tool;
import io.medianest.server.ytdlp.YtDlp;

/// HTTP of the programs that downloads need. Errors: see [YtDlp].
public final class ToolRoutes implements Routes {
    private final YtDlp ytDlp;
    private final Runnable onUpdate;

    /// @param onUpdate is told that what kept downloads from being loaded may be over
    public ToolRoutes(YtDlp ytDlp, Runnable onUpdate) {
        this.ytDlp = ytDlp;
        this.onUpdate = onUpdate;
    }

    @Override
    public void routing(RouteTable routes) {
        routes.get("/admin/youtube", Access.ADMIN, this::show)
                .post("/admin/youtube/update", Access.ADMIN, this::update);
    }

    private void show(Exchange exchange) {
        exchange.ok(tools());
    }

    private void update(Exchange exchange) {
        ytDlp.update();
        onUpdate.run();
        exchange.ok(tools());
    }

    private DownloadTools tools() {
        var tools = ytDlp.tools();
        return new DownloadTools(
                tools.ytDlp().map(ToolRoutes::tool).orElse(null),
                tools.ffmpeg().map(ToolRoutes::tool).orElse(null),
                tools.problem().orElse(null),
                tools.isOutdated(),
                ytDlp.isUpdatable(),
                ytDlp.updateWays().stream()
                        .map(way -> new UpdateAdvice(way.word(), way.sentence()))
                        .toList());
    }

    private static DownloadTool tool(Tool found) {
        return new DownloadTool(found.version(), found.path().toString(), found.ageDays());
    }
}
