package io.medianest.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.platform.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// Looking at videos, downloading them, and what can be done meanwhile.
public record DownloadWalk(ApiWalker owner, ApiWalker robin) {
    private static final String UNKNOWN = "/youtube/downloads/dl_none";

    public void go() throws IOException {
        preview();
        oneDownload();
        approval();
        refusals();
        tools();
    }

    private void tools() throws IOException {
        var tools = owner.good("GET /admin/youtube").path("data");
        assertThat(tools.path("updatable").asBoolean()).isTrue();
        owner.good("POST /admin/youtube/update");
        robin.bad("403 FORBIDDEN", "GET /admin/youtube");
        robin.bad("403 FORBIDDEN", "POST /admin/youtube/update");
    }

    private void preview() throws IOException {
        robin.good("GET /youtube/metadata?url=https://youtu.be/aqz-KE-bpKQ");
        robin.good("GET /youtube/metadata?url=https://www.youtube.com/playlist%3Flist=PLopenmovies1");
        robin.bad("400 VALIDATION_ERROR url", "GET /youtube/metadata?url=http://169.254.169.254/latest");
    }

    private void oneDownload() throws IOException {
        var id = make("aqz-KE-bpKQ");
        var one = "/youtube/downloads/" + id;
        robin.bad("409 ALREADY_QUEUED " + id, "POST /youtube/download", wish("aqz-KE-bpKQ"));
        robin.good("POST " + one + "/pause");
        robin.good("POST " + one + "/move", "{\"to\":\"top\"}");
        robin.good("POST " + one + "/resume");
        robin.good("GET " + one);
        var list = robin.good("GET /youtube/downloads?status=active&page=1&limit=10");
        assertThat(list.at("/data/downloads")).hasSize(1);
        owner.good("GET /youtube/downloads?scope=all");
        robin.good("DELETE " + one);
        robin.good("POST " + one + "/retry");
        robin.good("DELETE " + one);
        robin.good("DELETE " + one + "?deleteFile=true");
        robin.bad("404 NOT_FOUND " + id, "GET " + one);
    }

    private void approval() throws IOException {
        var robinsId = robin.good("GET /auth/session").at("/data/user/id").asText();
        owner.good("PATCH /admin/users/" + robinsId, "{\"downloadsNeedApproval\":true}");
        var wanted = make("jNQXAC9IVRw");
        var unwanted = make("dQw4w9WgXcQ");
        owner.good("POST /youtube/downloads/" + wanted + "/approve");
        picture("/youtube/downloads/" + wanted);
        owner.good("POST /youtube/downloads/" + unwanted + "/deny", "{\"comment\":\"Not again\"}");
        owner.bad("409 INVALID_STATE denied", "POST /youtube/downloads/" + unwanted + "/approve");
        robin.bad("403 FORBIDDEN", "POST /youtube/downloads/" + unwanted + "/deny");
        robin.good("DELETE /youtube/downloads/" + wanted);
        owner.good("PATCH /admin/users/" + robinsId, "{\"downloadsNeedApproval\":false}");
    }

    /// Its address is told once somebody has looked at the video.
    private void picture(String one) throws IOException {
        Await.until("a picture", Duration.ofMinutes(1), () -> hasPicture(one));
        robin.good("GET " + one + "/picture");
        robin.bad("404 NOT_FOUND", "GET " + UNKNOWN + "/picture");
    }

    private boolean hasPicture(String one) {
        try {
            return owner.good("GET " + one).at("/data/thumbnail").asText().endsWith(one + "/picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refusals() throws IOException {
        robin.bad("400 VALIDATION_ERROR url", "POST /youtube/download", "{\"quality\":\"720p\"}");
        robin.bad("400 VALIDATION_ERROR status", "GET /youtube/downloads?status=asleep");
        robin.bad("404 NOT_FOUND dl_none", "DELETE " + UNKNOWN);
        robin.bad("404 NOT_FOUND dl_none", "POST " + UNKNOWN + "/pause");
        robin.bad("404 NOT_FOUND dl_none", "POST " + UNKNOWN + "/resume");
        robin.bad("404 NOT_FOUND dl_none", "POST " + UNKNOWN + "/retry");
        robin.bad("400 VALIDATION_ERROR to", "POST " + UNKNOWN + "/move", "{}");
    }

    private String make(String video) throws IOException {
        return robin.good("POST /youtube/download", wish(video))
                .path("downloadId")
                .asText();
    }

    private static String wish(String video) {
        return "{\"url\":\"https://youtu.be/%s\",\"quality\":\"360p\"}".formatted(video);
    }
}
