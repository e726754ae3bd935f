package io.medianest.server;

import static io.medianest.server.testing.ServerUnderTest.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.testing.BrowserTab;
import io.medianest.server.testing.Chromium;
import io.medianest.server.testing.Chromium.Look;
import io.medianest.server.testing.ServerUnderTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page for phones, in a browser, against the server with its demo.
class WebPageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @RegisterExtension
    private static final ServerUnderTest SERVER = ServerUnderTest.with("--demo");

    @SuppressWarnings("NullAway.Init")
    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.start(directory.resolve("browser"));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static String pairingCode() throws IOException {
        return SERVER.wire()
                .sendJson("POST /api/v1/admin/pairing-codes", "{}", OWNER)
                .json()
                .at("/data/code")
                .asText();
    }

    /// As after scanning the picture that the window shows.
    private static BrowserTab paired(Look look) throws IOException {
        var tab = browser.open(SERVER.url("#pair=" + pairingCode()), look);
        tab.untilShows(".grid a.title");
        tab.untilShows(".live.on");
        return tab;
    }

    /// A title that the household neither has nor has asked for.
    private static String wanted(String query) throws IOException {
        var found = SERVER.wire()
                .send("GET /api/v1/media/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8), OWNER);
        for (var item : found.json().at("/data/results")) {
            if (!item.at("/availability/plex").asBoolean()
                    && !item.at("/availability/requested").asBoolean()) {
                return item.path("title").asText();
            }
        }
        throw new AssertionError("nothing to wish for in " + found.text());
    }

    @Test
    @DisplayName("pair by a typed code, search, ask, watch it become available without doing anything, sign out")
    void errand() throws IOException {
        var tab = browser.open(SERVER.url(""), Look.phone("dark", "en-GB"));
        tab.untilReads("Pair this device");
        tab.photograph("phone-sign-in-dark");
        tab.type("#code", pairingCode().toLowerCase(Locale.ROOT));
        assertThat(tab.value("document.querySelector('#device').value").asText())
                .isEqualTo("iPhone");
        tab.press("Pair this device");
        tab.untilReads("What others look at");
        tab.untilShows(".live.on");
        tab.until("document.querySelectorAll('.grid img').length > 6");
        tab.photograph("phone-home-dark");

        var title = wanted("joan of arc");
        tab.type("#q", title);
        tab.untilReads("Results for “" + title + "”");
        tab.pressAt(".grid a.title[href*='/movie/']");
        tab.untilShows(".details h1");
        tab.photograph("phone-details-dark");
        tab.value("document.querySelector('input[value=\"4K\"]').click()");
        tab.type("#comment", "For Sunday, please");
        tab.press("Request");
        tab.untilReads("“" + title + "” is requested");
        tab.pressAt("a[href='#/requests']");
        tab.untilReads("For Sunday, please");
        tab.untilReads("4K");
        tab.untilShows("progress");
        tab.photograph("phone-requests-dark");

        tab.untilShows(".rows .standing.good");
        tab.untilReads("“" + title + "” is in the library");
        tab.photograph("phone-available-dark");

        tab.pressAt("a[href='#/me']");
        tab.untilReads("MediaNest on");
        tab.photograph("phone-me-dark");
        tab.press("Sign out");
        tab.untilReads("Pair this device");
        tab.open(SERVER.url(""));
        tab.untilReads("Pair this device");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    @DisplayName("whoever scans the picture is signed in at once, and the code is gone from the address")
    void scanned() throws IOException {
        var tab = paired(Look.tablet("light", "de-DE"));

        assertThat(tab.value("location.hash").asText()).isEmpty();
        assertThat(tab.value("document.documentElement.lang").asText()).isEqualTo("de");
        tab.untilReads("Was andere ansehen");
        tab.until("document.querySelectorAll('.grid img').length > 6");
        tab.photograph("tablet-home-light-de");
        tab.pressAt(".grid a.title");
        tab.untilShows(".details h1");
        tab.photograph("tablet-details-light-de");
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    @DisplayName("a wrong code is refused in a sentence, and the person can try again")
    void wrongCode() {
        var tab = browser.open(SERVER.url(""), Look.phone("light", "de"));
        tab.type("#code", "AAAA-AAAA");
        tab.press("Gerät koppeln");
        tab.untilReads("Der Code ist falsch, benutzt oder älter als fünf Minuten.");
        assertThat(tab.shows("#code:not([disabled])")).isTrue();
    }

    @Test
    @DisplayName("with Plex: the page opens Plex and notices by itself when the person has said yes there")
    void withPlex() {
        var tab = signedInWithPlex();
        assertThat(tab.value("document.cookie").asText())
                .as("scripts see no session")
                .isEmpty();
        assertThat(tab.complaints()).isEmpty();
    }

    @Test
    @DisplayName("what one device asks for stands on the owner's at once, to be denied with a reason or approved")
    void decisions() throws IOException {
        var child = signedInWithPlex();
        takeOwnersRights();
        var owner = paired(Look.phone("light", "en"));
        owner.pressAt("a[href='#/requests']");
        var title = wanted("nosferatu");

        ask(child, title);
        child.press("Take back");
        child.press("Really take back?");
        child.untilReads("“" + title + "” is taken back");

        ask(child, title);
        owner.untilReads("Waiting for your yes");
        owner.untilShows("form, .rows .button.primary");
        owner.photograph("phone-decide-light");
        owner.press("Deny");
        owner.type("input[name=reason]", "Not before the exams");
        owner.photograph("phone-deny-light");
        owner.press("Deny it");
        owner.untilReads("“" + title + "” is denied");
        child.untilReads("Not before the exams");

        ask(child, title);
        owner.press("Approve");
        owner.untilReads("“" + title + "” is approved");
        child.untilReads("“" + title + "” was approved");
        assertThat(child.complaints()).isEmpty();
        assertThat(owner.complaints()).isEmpty();
    }

    @Test
    @DisplayName("what was decided while the page was away does not wait for a yes any more when it is back")
    void decidedMeanwhile() throws IOException {
        var child = signedInWithPlex();
        takeOwnersRights();
        var owner = browser.open(SERVER.url(""), Look.phone("light", "en"));
        owner.untilReads("Pair this device");
        letLinesBreak(owner);
        owner.type("#code", pairingCode());
        owner.press("Pair this device");
        owner.untilShows(".live.on");
        owner.pressAt("a[href='#/requests']");
        var title = wanted("metropolis");
        ask(child, title);
        owner.untilReads("Waiting for your yes");

        owner.value("away = true, lines.at(-1).close()");
        owner.untilShows(".live:not(.on)");
        SERVER.wire()
                .sendJson(
                        "POST /api/v1/media/requests/" + pending(title) + "/deny",
                        "{\"comment\":\"Not today\"}",
                        OWNER);
        owner.value("away = false");
        owner.untilShows(".live.on");
        owner.until("!document.body.innerText.includes('Waiting for your yes')");
    }

    /// From now on the page's live lines are in `lines`, and lead nowhere while `away`.
    private static void letLinesBreak(BrowserTab tab) {
        tab.value("""
                (() => {
                  const Real = WebSocket;
                  window.lines = [];
                  window.away = false;
                  window.WebSocket = function (url) {
                    const line = new Real(window.away ? 'ws://127.0.0.1:1/' : url);
                    window.lines.push(line);
                    return line;
                  };
                })()""");
    }

    private static String pending(String title) throws IOException {
        var found = SERVER.wire().send("GET /api/v1/media/requests?scope=all&status=pending", OWNER);
        for (var request : found.json().at("/data/requests")) {
            if (request.path("title").asText().equals(title)) {
                return request.path("id").asText();
            }
        }
        throw new AssertionError(title + " does not wait: " + found.text());
    }

    private static void ask(BrowserTab tab, String title) {
        tab.pressAt("a[href='#/']");
        tab.value("document.querySelector('#q').value = ''");
        tab.type("#q", title);
        tab.untilReads("Results for “" + title + "”");
        tab.pressAt(".grid a.title[href*='/movie/']");
        tab.untilShows(".ask form");
        tab.press("Request");
        tab.untilReads("Waits for a yes");
        tab.pressAt("a[href='#/requests']");
        tab.untilReads("Take back");
    }

    /// The demo's Plex says yes as soon as its page is opened.
    private static BrowserTab signedInWithPlex() {
        var tab = browser.open(SERVER.url(""), Look.phone("dark", "en"));
        tab.press("Sign in with Plex");
        tab.untilShows("a[target=_blank]");
        var plex = tab.value("document.querySelector('a[target=_blank]').href").asText();
        browser.open(plex, Look.phone("light", "en"));
        tab.untilReads("What others look at");
        return tab;
    }

    /// The demo's person owns the Plex server too; here they are to be one who asks.
    private static void takeOwnersRights() throws IOException {
        for (var user :
                SERVER.wire().send("GET /api/v1/admin/users", OWNER).json().at("/data/users")) {
            var person = user.has("user") ? user.path("user") : user;
            if (person.has("plexId")) {
                var answer = SERVER.wire()
                        .sendJson(
                                "PATCH /api/v1/admin/users/" + person.path("id").asText(),
                                "{\"role\":\"user\"}",
                                OWNER);
                assertThat(answer.status()).isEqualTo(200);
                return;
            }
        }
        throw new AssertionError("nobody came with Plex");
    }

    @Test
    @DisplayName("a list of many goes on when asked, and one that cannot be read does not take the other along")
    void longLists() {
        var tab = browser.open(SERVER.url(""), Look.phone("light", "en"));
        tab.untilReads("Pair this device");
        tab.value("""
                Promise.all([import('/web/list.js'), import('/web/requests.js')]).then(async ([lists, known]) => {
                  window.fetch = async (address) => {
                    const asked = new URL(address, location).searchParams;
                    const reply = (status, body) => new Response(JSON.stringify(body), { status });
                    if (asked.get('scope') === 'all') {
                      return reply(500, { success: false, error: { code: 'INTERNAL_ERROR', message: 'no' } });
                    }
                    const first = (Number(asked.get('page')) - 1) * 50;
                    const requests = Array.from({ length: Math.min(50, 60 - first) }, (_, i) => ({
                      id: `req_${first + i}`, title: `Title ${first + i}.`, mediaType: 'movie', tmdbId: '1', version: 1,
                      userId: 'usr_1', status: 'available', stage: 'done', quality: '4K',
                      createdAt: new Date(1e12 - first - i).toISOString(),
                    }));
                    return reply(200, { success: true, data: { requests, pagination: { hasNext: first === 0 } } });
                  };
                  const list = new lists.RequestList(new known.Requests(), { id: 'usr_1', role: 'admin' });
                  document.body.replaceChildren(list.node);
                  await list.read();
                })""");
        tab.untilReads("Something went wrong in MediaNest.");
        tab.untilReads("Title 49.");
        assertThat(tab.value("document.body.innerText.includes('Title 50.')").asBoolean())
                .isFalse();
        tab.press("Show more");
        tab.untilReads("Title 59.");
        assertThat(tab.value("document.body.innerText.includes('Show more')").asBoolean())
                .isFalse();
        assertThat(tab.value("document.querySelectorAll('.rows li').length").asInt())
                .isEqualTo(60);
    }

    @Test
    @DisplayName("a part that is left for good listens to nothing any more")
    void leftForGood() {
        var tab = browser.open(SERVER.url(""), Look.phone("light", "en"));
        tab.untilReads("Pair this device");
        assertThat(tab.value("""
                        import('/web/search.js').then(({ Search }) => {
                          let listeners = 0;
                          window.fetch = () => new Promise(() => {});
                          const search = new Search({ listen: () => { listeners++; return () => { listeners--; }; } });
                          const before = listeners;
                          search.close();
                          return [before, listeners].join();
                        })""").asText()).isEqualTo("1,0");
    }

    @Test
    @DisplayName("the keyboard alone is enough, and focus can be seen")
    void keyboard() throws IOException {
        var tab = paired(Look.tablet("dark", "en"));
        tab.value("document.activeElement.blur()");
        tab.key("Tab");
        assertThat(tab.value("document.activeElement.className").asText()).isEqualTo("skip");
        assertThat(tab.value("getComputedStyle(document.activeElement).outlineStyle")
                        .asText())
                .isEqualTo("solid");
        assertThat(tab.value("""
                                [...document.querySelectorAll('a, button, input, textarea')]
                                  .filter(c => c.checkVisibility())
                                  .filter(c => !(c.textContent.trim() || c.getAttribute('aria-label') || c.labels?.length))
                                  .map(c => c.outerHTML)""").toString()).as("controls without a name").isEqualTo("[]");
    }
}
