package io.medianest.server.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.medianest.server.platform.Secret;
import java.security.SecureRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secret SECRET = new Secret("plex-token-äöü");

    private final SecretBox box = new SecretBox(new MasterKey(new byte[32]), RANDOM);

    @Test
    @DisplayName("what was sealed comes out again, and looks different each time")
    void roundTrip() {
        var sealed = box.seal(SECRET);

        assertThat(box.open(sealed).reveal()).isEqualTo("plex-token-äöü");
        assertThat(sealed).startsWith("v1:").doesNotContain("plex").isNotEqualTo(box.seal(SECRET));
    }

    @Test
    @DisplayName("a changed, cut or foreign text is refused")
    void refused() {
        var sealed = box.seal(SECRET);
        var other = new MasterKey(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
        });
        char changed = sealed.charAt(10) == 'A' ? 'B' : 'A';

        assertCannotOpen(box, sealed.substring(0, 10) + changed + sealed.substring(11));
        assertCannotOpen(box, sealed.substring(0, sealed.length() - 4));
        assertCannotOpen(box, "v1:AAAA");
        assertCannotOpen(box, "v1:***");
        assertCannotOpen(box, "v2" + sealed.substring(2));
        assertCannotOpen(new SecretBox(other, RANDOM), sealed);
    }

    private static void assertCannotOpen(SecretBox box, String sealed) {
        assertThatExceptionOfType(SecretBox.CannotOpen.class).isThrownBy(() -> box.open(sealed));
    }
}
