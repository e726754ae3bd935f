package io.medianest.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.FxToolkit;
import java.time.Clock;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SkeletonTest {
    @Test
    @DisplayName("shapes of posters are cut off where the window ends instead of pushing its frame aside")
    void noWiderThanItsRoom() {
        var posters = (Region) FxToolkit.call(() -> Skeleton.posters(new Texts(Locale.UK, Clock.systemUTC())));

        assertThat(posters.minWidth(-1)).isZero();
        assertThat(posters.minHeight(-1)).isZero();
        assertThat(posters.getClip()).isNotNull();
    }
}
