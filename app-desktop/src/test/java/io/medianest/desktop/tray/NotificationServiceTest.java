package io.medianest.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.desktop.ui.Notices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NotificationServiceTest {
    @Test
    @DisplayName("what people write becomes neither an option nor markup")
    void harmless() {
        var news = new Notices.News("--urgency=critical", "<b>Heat</b> & more", () -> {});

        assertThat(NotificationService.arguments(news))
                .containsExactly(
                        "--app-name=MediaNest", "--", "--urgency=critical", "&lt;b&gt;Heat&lt;/b&gt; &amp; more");
    }
}
