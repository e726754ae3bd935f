package io.medianest.server.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.medianest.model.api.Json;
import io.medianest.server.testing.Chromium.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A page in a browser, used as a person would: by what stands on it.
public final class BrowserTab {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PATIENCE_MILLIS = 45_000;

    private final Chromium browser;
    private final String session;

    BrowserTab(Chromium browser, String session) {
        this.browser = browser;
        this.session = session;
    }

    void begin(String url, Look look) {
        ask("Page.enable", Map.of());
        ask("Runtime.enable", Map.of());
        ask("Log.enable", Map.of());
        ask("Network.enable", Map.of());
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", look.width(), "height", look.height(), "deviceScaleFactor", 2, "mobile", true));
        ask(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", look.theme()),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        ask(
                "Network.setUserAgentOverride",
                Map.of("userAgent", "Mozilla/5.0 (iPhone) Test", "acceptLanguage", look.language()));
        open(url);
    }

    /// Goes to an address.
    public void open(String url) {
        ask("Page.navigate", Map.of("url", url));
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return browser.ask(session, method, parameters);
    }

    /// What a JavaScript expression is; a promise is waited for.
    public JsonNode value(String expression) {
        var reply =
                ask("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (reply.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + reply.path("exceptionDetails"));
        }
        return reply.path("result").path("value");
    }

    /// Waits until an expression is true; the browser looks again and again.
    public void until(String expression) {
        var waiting = """
                new Promise((done, failed) => {
                  const end = Date.now() + %d;
                  const look = () => {
                    if (%s) done(true);
                    else if (Date.now() > end) failed(new Error('not so: ' + document.body.innerText.slice(0, 800)));
                    else setTimeout(look, 25);
                  };
                  look();
                })""".formatted(PATIENCE_MILLIS, expression);
        while (true) {
            try {
                value(waiting);
                return;
            } catch (AssertionError e) {
                // A page that just goes takes its promises along; the next one is asked.
                if (!String.valueOf(e.getMessage()).contains("context")) {
                    throw e;
                }
            }
        }
    }

    /// Waits until a text can be read.
    public void untilReads(String text) {
        until("document.body?.innerText.includes(%s)".formatted(quoted(text)));
    }

    /// Waits until an element is there.
    public void untilShows(String selector) {
        until("document.querySelector(%s)".formatted(quoted(selector)));
    }

    public boolean shows(String selector) {
        return value("!!document.querySelector(%s)".formatted(quoted(selector))).asBoolean();
    }

    /// Presses what bears the text: a button or link.
    public void press(String text) {
        var found =
                "[...document.querySelectorAll('button, a')].find(b => b.checkVisibility() && b.textContent.trim() === %s)"
                        .formatted(quoted(text));
        // What was there may be drawn anew before it is pressed.
        do {
            until(found);
        } while (!value("(b => b ? (b.click(), true) : false)(%s)".formatted(found))
                .asBoolean());
    }

    /// Presses an element.
    public void pressAt(String selector) {
        untilShows(selector);
        value("document.querySelector(%s).click()".formatted(quoted(selector)));
    }

    /// Types into a field, after what is in it.
    public void type(String selector, String text) {
        untilShows(selector);
        value("document.querySelector(%s).focus()".formatted(quoted(selector)));
        ask("Input.insertText", Map.of("text", text));
    }

    /// Presses a key where the focus is.
    public void key(String name) {
        for (var type : List.of("keyDown", "keyUp")) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", name, "code", name));
        }
    }

    /// Takes a picture for people to look at.
    public void photograph(String name) throws IOException {
        until("[...document.images].every(i => i.complete || i.getBoundingClientRect().top > innerHeight)");
        var picture = ask("Page.captureScreenshot", Map.of("format", "png"))
                .path("data")
                .asText();
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), Base64.getDecoder().decode(picture));
    }

    /// What the browser had against the page.
    public List<String> complaints() {
        return browser.complaints(session);
    }

    private static String quoted(String text) {
        try {
            return Json.strict().writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
