package io.medianest.server.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    @DisplayName("truth values come as such, as numbers and as text")
    void flags() throws IOException {
        var fields = parse("{\"a\":true,\"b\":1,\"c\":\"1\",\"d\":\"true\",\"e\":0,\"f\":\"no\",\"g\":null,\"h\":[]}");

        assertThat(fields.flag("a")).isTrue();
        assertThat(fields.flag("b")).isTrue();
        assertThat(fields.flag("c")).isTrue();
        assertThat(fields.flag("d")).isTrue();
        for (var name : new String[] {"e", "f", "g", "h", "missing"}) {
            assertThat(fields.flag(name)).as(name).isFalse();
        }
    }

    @Test
    @DisplayName("numbers come also as text; what is none is absent")
    void numbers() throws IOException {
        var fields = parse("{\"a\":7,\"b\":\"8\",\"c\":\"x\",\"d\":null,\"e\":3.5,\"f\":99999999999}");

        assertThat(fields.integer("a")).isEqualTo(7);
        assertThat(fields.integer("b")).isEqualTo(8);
        assertThat(fields.integer("c")).isNull();
        assertThat(fields.integer("d", 4)).isEqualTo(4);
        assertThat(fields.decimal("e")).isEqualTo(3.5);
        assertThat(fields.integer("f")).isNull();
        assertThat(fields.whole("f")).isEqualTo(99_999_999_999L);
    }

    @Test
    @DisplayName("empty and nonsensical dates and times are absent")
    void times() throws IOException {
        var fields = parse(
                "{\"a\":\"1999-03-31\",\"b\":\"\",\"c\":\"soon\",\"d\":\"2026-11-21T00:09:04.000Z\",\"e\":1700000000,"
                        + "\"f\":\"2026-13-41\",\"g\":-1}");

        assertThat(fields.date("a")).isEqualTo(LocalDate.of(1999, 3, 31));
        assertThat(fields.date("b")).isNull();
        assertThat(fields.date("c")).isNull();
        assertThat(fields.date("f")).isNull();
        assertThat(fields.time("d")).isEqualTo(Instant.parse("2026-11-21T00:09:04Z"));
        assertThat(fields.time("a")).isNull();
        assertThat(fields.epoch("e")).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(fields.epoch("g")).isNull();
    }

    @Test
    @DisplayName("a missing object has no fields, a missing list no elements")
    void missing() throws IOException {
        var fields = parse("{\"list\":{\"not\":\"a list\"},\"text\":\"  \"}");

        assertThat(fields.at("no").at("where").text("x")).isNull();
        assertThat(fields.list("list")).isEmpty();
        assertThat(fields.text("text")).isNull();
    }

    @Test
    @DisplayName("what is not JSON is an error that does not quote it")
    void notJson() {
        assertThatThrownBy(() -> parse("{\"password\":\"hunter2\""))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("hunter2");
    }

    private static Fields parse(String json) throws IOException {
        return Fields.parse(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("names are read in the spelling of whoever wrote them, all the way down")
    void spelling() throws IOException {
        var title = Fields.parse("""
                        {"poster_path":"/p.jpg","credits":{"cast":[{"profile_path":"/a.jpg"}]}}""".getBytes(StandardCharsets.UTF_8)).spelled(Fields.Spelling.SNAKE_CASE);

        assertThat(title.text("posterPath")).isEqualTo("/p.jpg");
        assertThat(title.at("credits").list("cast").getFirst().text("profilePath"))
                .isEqualTo("/a.jpg");
        assertThat(title.has("posterPath")).isTrue();
    }
}
