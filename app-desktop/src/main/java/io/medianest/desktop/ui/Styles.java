package io.medianest.desktop.ui;

import java.util.Objects;
import javafx.scene.Parent;

/// The rules of one screen's own looks: `css/request.css` for the screen `request`. They use the tokens of the look
/// that the window wears and so change with it.
public final class Styles {
    private Styles() {}

    public static void of(String screen, Parent page) {
        String file = "/io/medianest/desktop/css/" + screen + ".css";
        page.getStylesheets()
                .add(Objects.requireNonNull(Styles.class.getResource(file)).toExternalForm());
    }
}
