package io.medianest.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherConfigTest {
    @TempDir
    private Path directory;

    @Test
    @DisplayName("class path and options change, the rest stays")
    void changes() throws IOException {
        var file = Files.write(
                directory.resolve("nest.cfg"),
                List.of(
                        "[Application]",
                        "app.mainclass=Nest",
                        "app.classpath=$APPDIR/b.jar",
                        "app.classpath=$APPDIR\\a.jar",
                        "",
                        "[JavaOptions]",
                        "java-options=-Done=$APPDIR/x"));
        var config = LauncherConfig.read(file);
        assertThat(config.jars()).containsExactly("b.jar", "a.jar");

        config.withJars(List.of("a.jar", "b.jar"))
                .withOptions(List.of("-Dtwo=$APPDIR/y"))
                .write();

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "[Application]",
                        "app.classpath=$APPDIR/a.jar",
                        "app.classpath=$APPDIR/b.jar",
                        "app.mainclass=Nest",
                        "",
                        "[JavaOptions]",
                        "java-options=-Done=$APPDIR/x",
                        "java-options=-Dtwo=$APPDIR/y");
        assertThat(LauncherConfig.read(file).options(Path.of("app"))).containsExactly("-Done=app/x", "-Dtwo=app/y");
    }
}
