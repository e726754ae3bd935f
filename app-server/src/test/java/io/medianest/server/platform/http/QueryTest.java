package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.medianest.model.api.ErrorCode;
import io.medianest.model.api.PageQuery;
import io.medianest.server.platform.MediaNestException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @Test
    @DisplayName("a text is stripped, counts as absent when empty, and has an end")
    void text() {
        var query = new Query(Map.of("q", "  dune ", "empty", "", "blank", "  ", "long", "12345"));

        assertThat(query.text("q", 10)).contains("dune");
        assertThat(query.text("empty", 10)).isEmpty();
        assertThat(query.text("blank", 10)).isEmpty();
        assertThat(query.text("absent", 10)).isEmpty();
        assertThat(query.text("long", 5)).contains("12345");
        assertRefused("long", () -> query.text("long", 4));
        assertThat(query.raw("q")).isEqualTo("  dune ");
        assertThat(query.raw("absent")).isNull();
    }

    @Test
    @DisplayName("a required text goes by several names; the first that is there counts, the proper one is missed")
    void requiredText() {
        assertThat(new Query(Map.of("query", "b", "term", "c")).requiredText(9, "q", "query", "term"))
                .isEqualTo("b");
        assertThat(new Query(Map.of("q", "a", "query", "b")).requiredText(9, "q", "query"))
                .isEqualTo("a");
        assertThat(new Query(Map.of("q", " ", "query", "b")).requiredText(9, "q", "query"))
                .isEqualTo("b");
        assertRefused("q", () -> new Query(Map.of()).requiredText(9, "q", "query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "x", "1.5", "1e1", "99999999999", "0x5"})
    @DisplayName("what is no whole number in the range is refused in the same words")
    void wrongNumbers(String number) {
        var refusal = assertRefused("n", () -> new Query(Map.of("n", number)).number("n", 3, 1, 10));

        assertThat(refusal).hasMessage("'n' must be a whole number from 1 to 10");
    }

    @Test
    @DisplayName("a number in the range is taken, its ends included; an absent one is the usual one")
    void numbers() {
        var query = new Query(Map.of("low", "1", "high", " 10 ", "empty", ""));

        assertThat(query.number("low", 3, 1, 10)).isEqualTo(1);
        assertThat(query.number("high", 3, 1, 10)).isEqualTo(10);
        assertThat(query.number("empty", 3, 1, 10)).isEqualTo(3);
        assertThat(query.number("absent", 3, 1, 10)).isEqualTo(3);
    }

    @Test
    @DisplayName("a choice is one of the words, else the words are told")
    void choice() {
        var words = Map.of("up", 1, "down", 2);

        assertThat(new Query(Map.of("to", " up ")).choice("to", words)).contains(1);
        assertThat(new Query(Map.of("to", "")).choice("to", words)).isEmpty();
        assertThat(new Query(Map.of()).choice("to", words)).isEmpty();
        assertThat(assertRefused("to", () -> new Query(Map.of("to", "UP")).choice("to", words)))
                .hasMessage("'to' must be one of down, up");
    }

    @Test
    @DisplayName("a page has a size by either name, with `limit` before `pageSize`")
    void page() {
        assertThat(new Query(Map.of()).page(20)).isEqualTo(new PageQuery(1, 20));
        assertThat(new Query(Map.of("page", "3", "pageSize", "7")).page(20)).isEqualTo(new PageQuery(3, 7));
        assertThat(new Query(Map.of("limit", "5", "pageSize", "7")).page(20)).isEqualTo(new PageQuery(1, 5));
        assertRefused("limit", () -> new Query(Map.of("limit", "101")).page(20));
        assertRefused("pageSize", () -> new Query(Map.of("pageSize", "0")).page(20));
    }

    private static MediaNestException assertRefused(String parameter, ThrowingCallable call) {
        var refusal = catchThrowableOfType(MediaNestException.class, call);
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(refusal.details()).isEqualTo(parameter);
        return refusal;
    }
}
