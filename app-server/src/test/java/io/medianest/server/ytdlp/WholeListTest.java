package io.medianest.server.ytdlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.model.download.PlaylistEntry;
import io.medianest.model.download.PlaylistMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeListTest {
    private final List<String> asked = new ArrayList<>();

    /// @param told how many videos there are, as the host tells with each part; 0 when it does not
    private PlaylistMetadata whole(int size, int told) {
        return WholeList.from(part(1, 500, size, told), (first, last) -> {
            asked.add(first + ":" + last);
            return part(first, last, size, told);
        });
    }

    /// Each part counts its positions from 1.
    private static PlaylistMetadata part(int first, int last, int size, int told) {
        var entries = IntStream.rangeClosed(first, Math.min(last, size))
                .mapToObj(at ->
                        new PlaylistEntry(at - first + 1, "v" + at, "Title", 1L, "https://host/v" + at, null, null))
                .toList();
        return new PlaylistMetadata(
                "PL", "https://host", "List", null, null, null, Math.max(told, entries.size()), entries);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "499, 0, ''",
        "500, 0, 501:1500",
        "500, 500, 501:1500",
        "501, 0, 501:1500",
        "1499, 1499, 501:1500",
        "1501, 0, '501:1500,1501:2500'",
        "1501, 1501, '501:1500,1501:2500'",
        "9000, 0, '501:1500,1501:2500,2501:3500,3501:4500,4501:5000'",
    })
    @DisplayName("it is read part by part to its end, or as far as anything is loaded, each video at its own position")
    void parts(int size, int told, String parts) {
        var whole = whole(size, told);

        assertThat(String.join(",", asked)).isEqualTo(parts);
        assertThat(whole.entries())
                .extracting(PlaylistEntry::position)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Math.min(size, 5000)).boxed().toList());
        assertThat(whole.entries()).allMatch(entry -> entry.id().equals("v" + entry.position()));
        assertThat(whole.count()).isGreaterThanOrEqualTo(whole.entries().size());
    }

    @Test
    @DisplayName("a list that promises more than it has is not asked for ever")
    void promises() {
        assertThat(whole(1500, 9000).entries()).hasSize(1500);
        assertThat(asked).containsExactly("501:1500", "1501:2500");
    }
}
