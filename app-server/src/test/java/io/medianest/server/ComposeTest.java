package io.medianest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/// What docs/deployment.md tells people to write for Compose and for the environment, read from there.
class ComposeTest {
    private static final Pattern COMPOSE = Pattern.compile("### Compose.*?```yaml\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile("(?m)^\\s*(MEDIANEST_[A-Z_]+)=(.*)$");
    private static final List<String> SERVERS = List.of("first", "second");

    private final String page;
    private final Map<?, ?> compose;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    ComposeTest() throws IOException {
        page = Files.readString(Path.of("..", "docs", "deployment.md"));
        var found = COMPOSE.matcher(page);
        assertThat(found.find()).isTrue();
        compose = new Yaml().load(found.group(1));
    }

    @Test
    @DisplayName("the servers of the compose file have settings that the program takes, and share what they must")
    void settings() {
        for (var name : SERVERS) {
            var config = ServerConfig.read(environment(name), "--data.dir=" + directory);

            assertThat(config.storage().database()).hasToString("jdbc:postgresql://db:5432/medianest");
            assertThat(config.storage().redis()).isNotNull();
            assertThat(service("redis")).isNotEmpty();
            assertThat(service("db")).isNotEmpty();
        }
        assertThat(environment("first")).isEqualTo(environment("second"));
        assertThat(service("first").get("command"))
                .hasToString("java -jar /opt/medianest/medianest-server.jar --data.dir=/data");
    }

    @Test
    @DisplayName("what its services mount and wait for is there, and each server has data of its own")
    void wholeness() {
        var volumes = map(compose.get("volumes")).keySet();
        for (var service : map(compose.get("services")).entrySet()) {
            var parts = map(service.getValue());
            assertThat(parts.containsKey("image")).as("%s", service.getKey()).isTrue();
            for (var mount : list(parts.get("volumes"))) {
                var source = mount.toString().replaceFirst(":.*", "");
                assertThat(source.startsWith("./") || volumes.contains(source))
                        .as(source)
                        .isTrue();
            }
        }
        assertThat(SERVERS.stream()
                        .flatMap(name -> list(service(name).get("volumes")).stream())
                        .map(Object::toString)
                        .filter(mount -> mount.endsWith(":/data")))
                .containsExactly("first:/data", "second:/data");
        assertThat(list(service("nginx").get("depends_on"))).isEqualTo(SERVERS);
    }

    @Test
    @DisplayName("each setting that the page names for the environment is one that the program takes")
    void named() {
        Map<String, String> environment = SETTING.matcher(page)
                .results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> found.group(2),
                        (one, another) -> another,
                        LinkedHashMap::new));
        assertThat(environment).hasSizeGreaterThan(5);

        var config = ServerConfig.read(environment, "--data.dir=" + directory);

        assertThat(config.storage().database()).hasToString("jdbc:postgresql://db.example:5432/medianest");
    }

    private Map<String, String> environment(String server) {
        var given = map(service(server).get("environment"));
        return given.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toString(),
                        entry -> entry.getValue().toString().replace("${DATABASE_PASSWORD}", "a-password")));
    }

    private Map<?, ?> service(String name) {
        return map(map(compose.get("services")).get(name));
    }

    private static Map<?, ?> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("not a map: " + value);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
