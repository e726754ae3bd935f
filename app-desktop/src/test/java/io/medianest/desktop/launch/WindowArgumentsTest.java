package io.medianest.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowArgumentsTest {
    @Test
    @DisplayName("divides what the window takes from what the server takes")
    void divides() {
        var arguments = WindowArguments.read(
                List.of("--demo", "medianest:https://youtu.be/x", "--server.port=0", "https://youtu.be/y"));

        assertThat(arguments.server()).containsExactly("--demo", "--server.port=0");
        assertThat(arguments.links()).containsExactly("medianest:https://youtu.be/x", "https://youtu.be/y");
        assertThat(arguments.remote()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, http://192.168.1.20:4000/",
        "attic.local:8080, http://attic.local:8080/",
        "https://media.example.org, https://media.example.org/",
        "http://attic:4000/#/requests, http://attic:4000/",
        "[fd00::20], http://[fd00::20]:4000/"
    })
    @DisplayName("takes an address as people write it")
    void addresses(String written, URI meant) {
        assertThat(WindowArguments.read(List.of("--connect=" + written)).remote())
                .isEqualTo(meant);
        assertThat(WindowArguments.read(List.of("--connect", written)).remote()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--connect", "--connect=", "--connect=ftp://attic", "--connect=http://", "--connect=a b"})
    @DisplayName("says what is wrong with one that names no server")
    void wrong(String argument) {
        assertThatThrownBy(() -> WindowArguments.read(List.of(argument)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("names no MediaNest")
                .hasMessageContaining("--connect=http://");
    }

    @Test
    @DisplayName("goes to another MediaNest or to a demo, whose data lie beside those of the household")
    void moves() {
        var own = WindowArguments.read(List.of("--server.port=0", "--data.dir=/srv/nest", "medianest:requests"));

        var other = own.at(URI.create("http://attic:4000/"));
        assertThat(other.remote()).isEqualTo(URI.create("http://attic:4000/"));
        assertThat(other.links()).isEmpty();
        var demo = own.demo(Path.of("/srv/nest"));
        assertThat(demo.isDemo()).isTrue();
        assertThat(demo.server())
                .containsExactly("--server.port=0", "--demo", "--data.dir=" + Path.of("/srv/nest-demo"));
        assertThat(own.isDemo()).isFalse();
    }
}
