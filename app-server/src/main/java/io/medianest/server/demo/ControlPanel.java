package io.medianest.server.demo;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Sets the stand-ins' moods, by hand on a page and by scripts. Thread-safe.
final class ControlPanel {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>MediaNest demo</title>
            <style>
            body { margin: 0; padding: 3rem 1.5rem; background: #0d1117; color: #e6edf3;
                   font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 56rem; margin: auto; } h1 { font-size: 1.5rem; margin: 0; }
            p { color: #9da7b3; margin: .25rem 0 1.75rem; }
            section { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center;
                      justify-content: space-between; padding: .9rem 1.2rem; margin-bottom: .6rem;
                      background: #161b22; border: 1px solid #30363d; border-radius: 12px; }
            h2 { font-size: 1rem; margin: 0; } small { color: #9da7b3; }
            form { display: flex; flex-wrap: wrap; gap: .4rem; }
            button { font: inherit; font-size: .85rem; padding: .35rem .8rem; border-radius: 8px; cursor: pointer;
                     border: 1px solid #30363d; background: #21262d; color: #c9d1d9; }
            button:hover, button:focus-visible { border-color: #818cf8; outline: none; }
            button[aria-pressed=true] { background: #818cf8; border-color: #818cf8; color: #0d1117; font-weight: 600; }
            </style></head>
            <body><main><h1>The demo's outside world</h1>
            <p>Make a service slow, broken or silent, and watch what MediaNest does about it.</p>
            {rows}</main></body></html>
            """;

    private final MoodSwitch moods;

    ControlPanel(MoodSwitch moods) {
        this.moods = moods;
    }

    RouteList routes() {
        return new RouteList()
                .get("/", this::page)
                .get("/control", this::page)
                .get("/control/state", call -> Reply.json(state()))
                .post("/control/{service}/{mode}", this::set)
                .otherwise(call -> Reply.json(404, Fields.of("message", "See /control")));
    }

    private Reply page(Call call) {
        var rows = Arrays.stream(DemoService.values()).map(this::row).collect(Collectors.joining());
        return Reply.html(200, PAGE.replace("{rows}", rows));
    }

    private Reply set(Call call) {
        // A page from elsewhere must not reach into the demo, even if all it can break is a stand-in.
        var origin = call.header("Origin");
        if (origin.isPresent()
                && !origin.get().equals("http://" + call.header("Host").orElse(""))) {
            return Reply.json(403, Fields.of("message", "Not from there"));
        }
        var service = DemoService.of(call.param("service"));
        var mood = Mood.of(call.param("mode"));
        if (service.isEmpty() || mood.isEmpty()) {
            return Reply.json(404, Fields.of("message", "No such service or mode; see /control/state"));
        }
        moods.set(service.get(), mood.get());
        return call.header("Accept").orElse("").contains("text/html")
                ? Reply.empty(303).with("Location", "/control")
                : Reply.json(state());
    }

    private Fields state() {
        var services = Arrays.stream(DemoService.values())
                .map(service -> Fields.of("service", service.id())
                        .with("title", service.title())
                        .with("mode", moods.of(service).mood().id()))
                .toList();
        return Fields.of("services", services)
                .with("modes", Arrays.stream(Mood.values()).map(Mood::id).toList());
    }

    private String row(DemoService service) {
        var current = moods.of(service).mood();
        var buttons = Arrays.stream(Mood.values())
                .map(mood -> """
                        <button formaction="/control/%s/%s" aria-pressed="%b">%s</button>
                        """.formatted(
                        service.id(), mood.id(), mood == current, mood.id().replace('-', ' ')))
                .collect(Collectors.joining());
        return """
                <section><div><h2>%s</h2><small>%s</small></div><form method="post">%s</form></section>
                """.formatted(service.title(), service.purpose(), buttons);
    }
}
