package io.medianest.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepliesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "W/\"a-1\"              | true",
                "\"a-1\"                | true",
                "\"x\", W/\"a-1\"       | true",
                "*                      | true",
                "W/\"a-2\"              | false",
                "a-1                    | false",
            })
    @DisplayName("a client has a reply when it names its tag, alone or among others")
    void knownTag(String ifNoneMatch, boolean known) {
        assertThat(Replies.names(ifNoneMatch, "W/\"a-1\"")).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                       | true",
                "br, GZIP;q=0.5             | true",
                "gzip;q=0.8, identity;q=0   | true",
                "deflate                    | false",
                "gzip;q=0                   | false",
                "gzip; q=0.0, br            | false",
            })
    @DisplayName("a reply is compressed only for those who take it")
    void gzip(String acceptEncoding, boolean taken) {
        assertThat(Replies.takesGzip(acceptEncoding)).isEqualTo(taken);
    }
}
