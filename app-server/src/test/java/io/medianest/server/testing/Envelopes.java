package io.medianest.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// What every error must look like, whatever went wrong.
public final class Envelopes {
    private Envelopes() {}

    /// Checks the frame of an error, wherever it was noticed.
    ///
    /// @return status, code and details, for example `400 VALIDATION_ERROR page`
    public static String error(Wire.Answer answer) throws IOException {
        assertThat(answer.status()).as("an answer").isNotZero();
        assertThat(answer.headers()).containsKeys("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        var json = answer.json();
        assertThat(json.path("success").isBoolean()).isTrue();
        assertThat(json.path("success").asBoolean()).isFalse();
        assertThat(json.path("error").path("message").asText()).isNotBlank();
        assertThat(json.path("correlationId").asText()).isNotBlank().isEqualTo(answer.header("X-Correlation-Id"));
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("io.medianest")
                .doesNotContain("io.helidon")
                .doesNotContain("com.fasterxml")
                .doesNotContain("\\tat ")
                .doesNotContainIgnoringCase("<html");
        return answer.error();
    }
}
