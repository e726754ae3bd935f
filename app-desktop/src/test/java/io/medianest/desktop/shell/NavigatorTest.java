package io.medianest.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.media.MediaType;
import io.medianest.model.media.TitleKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NavigatorTest {
    private final Navigator navigator = new Navigator(new Route.Home());
    private final Route details = new Route.Details(new TitleKey(MediaType.MOVIE, "603"));

    private Route now() {
        return navigator.currentProperty().get();
    }

    @Test
    @DisplayName("goes back the way it came, and forward again")
    void backAndForward() {
        navigator.go(new Route.Search());
        navigator.go(details);
        navigator.back();
        assertThat(now()).isEqualTo(new Route.Search());
        navigator.back();
        assertThat(now()).isEqualTo(new Route.Home());
        navigator.forward();
        navigator.forward();
        assertThat(now()).isEqualTo(details);
    }

    @Test
    @DisplayName("stays where it is at either end")
    void ends() {
        navigator.back();
        navigator.forward();

        assertThat(now()).isEqualTo(new Route.Home());
    }

    @Test
    @DisplayName("forgets what was ahead when it goes another way")
    void otherWay() {
        navigator.go(new Route.Search());
        navigator.back();
        navigator.go(new Route.Status());
        navigator.forward();

        assertThat(now()).isEqualTo(new Route.Status());
    }

    @Test
    @DisplayName("going where one is makes no history")
    void same() {
        navigator.go(new Route.Search());
        navigator.go(new Route.Search());
        navigator.back();

        assertThat(now()).isEqualTo(new Route.Home());
    }
}
