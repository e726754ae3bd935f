package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("Tab goes round in the card in either direction without giving anybody outside the keys in between")
    void goesRound(boolean back) {
        var last = new Button();
        var had = new ArrayList<Node>();
        var stage = FxToolkit.call(Stage::new);
        FxToolkit.run(() -> {
            card.getChildren().addAll(new Pane(new Button()), last);
            var scene = new Scene(new Pane(other, room, card, new Button()));
            stage.setScene(scene);
            stage.show();
            (back ? inside : last).requestFocus();
            scene.focusOwnerProperty().addListener((_, _, now) -> had.add(now));
            Node from = scene.getFocusOwner();
            from.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\t", "", KeyCode.TAB, back, false, false, false));
        });

        Node to = back ? last : inside;
        assertThat(had).containsExactly(to);
        assertThat(FxToolkit.call(to::isFocusVisible)).isTrue();
        FxToolkit.run(stage::close);
    }
}
