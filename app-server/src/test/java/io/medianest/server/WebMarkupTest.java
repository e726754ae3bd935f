package io.medianest.server;

import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.BrowserTab;
import io.medianest.server.testing.Chromium;
import io.medianest.server.testing.Chromium.Look;
import io.medianest.server.testing.LoopbackService;
import io.medianest.server.testing.LoopbackService.Answer;
import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page for phones, over a catalogue that means harm.
class WebMarkupTest {
    private static final String EVIL = "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script> Evil";
    private static final String SERIES = """
            {"id":1399,"name":"The Series","media_type":"tv","overview":"%1$s","genres":[{"id":18,"name":"%1$s"}],
             "credits":{"cast":[{"name":"%1$s","character":"%1$s"}],"crew":[]},
             "seasons":[{"season_number":0,"name":"Specials","episode_count":3},
               {"season_number":1,"name":"%1$s","episode_count":8},{"season_number":2,"name":"Two","episode_count":8}]}
            """.formatted(EVIL);
    private static final String FILM = """
            {"id":603,"title":"%1$s","media_type":"movie","release_date":"1999-03-31","overview":"%1$s"}
            """.formatted(EVIL);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    private static final String PAGE =
            "{\"page\":1,\"total_pages\":1,\"total_results\":2,\"results\":[%s,%s]}".formatted(SERIES, FILM);
    private static final LoopbackService TMDB = LoopbackService.start()
            .on("/search/multi", Answer.ok(PAGE))
            .on("/trending/all/week", Answer.ok(PAGE))
            .on("/tv/1399", Answer.ok(SERIES))
            .on("/movie/603", Answer.ok(FILM));

    @RegisterExtension
    private static final ServerUnderTest SERVER =
            ServerUnderTest.with("--tmdb.url=" + TMDB.url(), "--tmdb.api-key=0123456789abcdef0123456789abcdef");

    @SuppressWarnings("NullAway.Init")
    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start(directory.resolve("browser"));
    }

    @AfterAll
    static void close() {
        browser.close();
        TMDB.close();
    }

    private static BrowserTab paired(Look look) throws IOException {
        var code = SERVER.wire()
                .sendJson("POST /api/v1/admin/pairing-codes", "{}", OWNER)
                .json()
                .at("/data/code")
                .asText();
        var tab = browser.open(SERVER.url("#pair=" + code), look);
        tab.untilShows(".live.on");
        return tab;
    }

    @Test
    @DisplayName("titles, names and texts with markup in them are read as they are, and nothing of them runs")
    void markup() throws IOException {
        var tab = paired(Look.phone("dark", "en"));
        tab.untilReads(EVIL);
        tab.value("location.hash = '#/title/movie/603'");
        tab.untilShows(".ask form");
        tab.press("Request");
        tab.untilReads("“" + EVIL + "” is requested");
        tab.pressAt("a[href='#/requests']");
        tab.untilReads("1999 · 1080p");
        tab.value("location.hash = '#/title/tv/1399'");
        tab.untilReads("Cast");

        assertThat(tab.value("document.querySelectorAll('img[src=x], #app script').length")
                        .asInt())
                .isZero();
        assertThat(tab.value("'hacked' in window").asBoolean()).isFalse();
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    @DisplayName("of a series, the seasons are asked for that are chosen, and at least one")
    void seasons() throws IOException {
        var tab = paired(Look.phone("light", "en"));
        tab.value("location.hash = '#/title/tv/1399'");
        tab.untilShows("input[name=season]");
        assertThat(tab.value("document.querySelectorAll('input[name=season]').length")
                        .asInt())
                .isEqualTo(2);
        tab.pressAt("input[name=season][value='1']");
        tab.pressAt("input[name=season][value='2']");
        tab.press("Request");
        tab.untilReads("Choose at least one season.");
        tab.pressAt("input[name=season][value='2']");
        tab.photograph("phone-seasons-light");
        tab.press("Request");
        tab.untilReads("“The Series” is requested");

        var made = SERVER.wire().send("GET /api/v1/media/requests?mediaType=tv", OWNER);
        assertThat(made.json().at("/data/requests/0/seasons").toString()).isEqualTo("[2]");
    }

    @Test
    @DisplayName("should markup ever get in, the page's policy keeps it from running")
    void policy() throws IOException {
        var tab = paired(Look.phone("dark", "en"));
        tab.value(
                "document.body.insertAdjacentHTML('beforeend', '<img src=\"/nothing\" onerror=\"window.hacked=1\">')");
        tab.until("document.querySelector('img[src=\"/nothing\"]').complete");

        assertThat(tab.value("'hacked' in window").asBoolean()).isFalse();
        assertThat(tab.complaints()).anyMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    @Test
    @DisplayName("when its session is ended elsewhere, the page asks to sign in again")
    void endedElsewhere() throws IOException {
        var tab = paired(Look.phone("light", "en"));
        assertThat(tab.value("""
                                fetch('/api/v1/csrf/token').then(r => r.json()).then(r => fetch('/api/v1/auth/logout',
                                  { method: 'POST', headers: { 'X-CSRF-Token': r.data.token } })).then(r => r.status)""").asInt()).isEqualTo(200);

        tab.untilReads("Pair this device");
    }
}
