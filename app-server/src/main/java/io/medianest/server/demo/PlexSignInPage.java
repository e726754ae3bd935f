package io.medianest.server.demo;

/// The little pages that stand for Plex's sign-in.
final class PlexSignInPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Demo sign-in</title>
            <style>
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #0d1117;
                   color: #e6edf3; font: 17px/1.5 system-ui, sans-serif; }
            main { max-width: 26rem; padding: 2.5rem; border-radius: 16px; background: #161b22;
                   border: 1px solid #30363d; text-align: center; }
            h1 { margin: 0 0 .5rem; font-size: 1.5rem; } p { margin: 0; color: #9da7b3; }
            </style></head>
            <body><main><h1>%s</h1><p>%s</p></main>%s</body></html>
            """;

    /// Plex's own page reads its parameters from behind the number sign, which no server gets to see.
    private static final String READ_FRAGMENT = """
            <script>
            if (location.hash.startsWith('#?')) { location.replace('/auth?' + location.hash.slice(2)); }
            </script>
            """;

    private PlexSignInPage() {}

    static String done(String name) {
        return PAGE.formatted(
                "Signed in as " + name, "You can close this page and go back to MediaNest. Plex was not asked.", "");
    }

    static String unknown() {
        return PAGE.formatted("This link has expired", "Start signing in again in MediaNest.", "");
    }

    static String waiting() {
        return PAGE.formatted("Demo sign-in", "Open this page with the link that MediaNest gives.", READ_FRAGMENT);
    }
}
