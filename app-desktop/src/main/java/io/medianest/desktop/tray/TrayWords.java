package io.medianest.desktop.tray;

import io.medianest.desktop.api.Connection;
import io.medianest.desktop.ui.Texts;
import java.util.List;

/// What stands beside the program's sign, in the language of the window.
///
/// @param status lines that cannot be pressed: services, downloads, news
/// @param open the window
/// @param toggleDownloads pauses all downloads or lets them go on; empty while there are none
/// @param shows the button on a bubble
public record TrayWords(
        List<String> status, String open, String search, String toggleDownloads, String quit, String shows) {

    /// Characters that a tray of Linux shows of it; Windows shows more.
    private static final int LONGEST_TIP = 64;

    static TrayWords of(TrayState state, Texts texts) {
        return new TrayWords(
                List.of(
                        services(state, texts),
                        texts.get("tray.downloads", state.running(), state.paused()),
                        texts.get("tray.unread", state.unread())),
                texts.get("tray.open"),
                texts.get("tray.search"),
                toggle(state, texts),
                texts.get("tray.quit"),
                texts.get("ui.toast.show"));
    }

    private static String services(TrayState state, Texts texts) {
        if (state.connection() != Connection.LIVE) {
            return texts.get("tray.offline");
        }
        if (state.ill().isEmpty()) {
            return texts.get("tray.services.well", state.services());
        }
        return texts.get("tray.services.ill", String.join(", ", state.ill()));
    }

    private static String toggle(TrayState state, Texts texts) {
        if (state.running() > 0) {
            return texts.get("tray.pauseAll");
        }
        return state.paused() > 0 ? texts.get("tray.resumeAll") : "";
    }

    /// As much of it as there is room for in one line, for whoever rests the pointer on the sign: the first, and
    /// then what fits as a whole. Longer ones are cut off somewhere.
    String tip() {
        String tip = "MediaNest · " + status.getFirst();
        if (tip.length() > LONGEST_TIP) {
            return tip.substring(0, LONGEST_TIP - 1) + "…";
        }
        for (String line : status.subList(1, status.size())) {
            String longer = tip + " · " + line;
            tip = longer.length() <= LONGEST_TIP ? longer : tip;
        }
        return tip;
    }
}
