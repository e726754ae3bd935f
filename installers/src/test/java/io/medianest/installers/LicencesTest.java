package io.medianest.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LicencesTest {
    private static List<String> lines(String components) throws JsonProcessingException {
        return Licences.lines(new JsonMapper().readTree("{\"components\": [" + components + "]}"));
    }

    @Test
    @DisplayName("one line a library, however many files it comes in; none for our own")
    void lines() throws JsonProcessingException {
        String nest = """
                {"group": "org.nest", "name": "twig", "version": "1", "licenses": [{"license": {"id": "MIT"}}, \
                {"license": {"name": "Nest Licence"}}], "externalReferences": [{"type": "vcs", "url": "x"}, \
                {"type": "website", "url": "https://nest.example"}]}""";
        String ours = """
                {"group": "io.medianest", "name": "shared-model", "version": "1"}""";
        String or = """
                {"group": "a", "name": "b", "version": "2", "licenses": [{"expression": "EPL-1.0 OR MIT"}]}""";

        assertThat(lines(String.join(",", nest, nest, ours, or)))
                .containsExactly(
                        "a:b\t2\tEPL-1.0 OR MIT\t", "org.nest:twig\t1\tMIT, Nest Licence\thttps://nest.example");
    }

    @Test
    @DisplayName("a library without a licence is not packaged")
    void none() {
        assertThatThrownBy(() -> lines("{\"group\": \"org.nest\", \"name\": \"twig\", \"version\": \"1\"}"))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("org.nest:twig");
    }
}
