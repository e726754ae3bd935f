package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeyKeeperTest {
    private final Button opener = new Button();
    private final Button inside = new Button();
    private final Button other = new Button();
    private final Pane room = new Pane(opener);
    private final Pane card = new Pane(inside);
    private final KeyKeeper keys = new KeyKeeper(card);

    @BeforeAll
    static void toolkit() {
        FxToolkit.start();
    }

    /// Opens the card twice, closes it after this, and tells who has the keys then.
    private Node afterwards(Runnable meanwhile) {
        return FxToolkit.call(() -> {
            var scene = new Scene(new Pane(other, room, card));
            opener.requestFocus();
            keys.opens();
            inside.requestFocus();
            keys.opens();
            meanwhile.run();
            keys.closed();
            return scene.getFocusOwner();
        });
    }

    @Test
    @DisplayName("whoever had the keys has them again, also when the card was asked to open once more")
    void again() {
        assertThat(afterwards(() -> {})).isSameAs(opener);
    }

    @Test
    @DisplayName("nobody is given the keys who is not to be seen any more")
    void hidden() {
        assertThat(afterwards(() -> room.setVisible(false))).isNotSameAs(opener);
    }

    @Test
    @DisplayName("a card that hides gives the keys back, unless somebody else has taken them")
    void hides() {
        assertThat(whenHidden(() -> {})).isSameAs(opener);
        assertThat(whenHidden(other::requestFocus)).isSameAs(other);
    }

    private Node whenHidden(Runnable meanwhile) {
        return FxToolkit.call(() -> {
            card.setVisible(true);
            var scene = new Scene(new Pane(other, room, card));
            opener.requestFocus();
            keys.opens();
            inside.requestFocus();
            meanwhile.run();
            keys.close(() -> card.setVisible(false));
            return scene.getFocusOwner();
        });
    }
}
