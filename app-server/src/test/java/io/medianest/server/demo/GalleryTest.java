package io.medianest.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.medianest.server.demo.art.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GalleryTest {
    private final DemoCatalogue catalogue = DemoCatalogue.read();
    private final Gallery gallery = new Gallery(catalogue);

    @ParameterizedTest
    @ValueSource(ints = {46, 92, 154})
    @DisplayName("every title has a poster at each size")
    void posters(int width) throws IOException {
        for (var title : catalogue.titles()) {
            var subject = gallery.find(title.posterPath()).orElseThrow();
            var picture = ImageIO.read(new ByteArrayInputStream(gallery.picture(subject, width, width * 3 / 2)));
            assertThat(picture.getWidth()).as(title.title()).isEqualTo(width);
            assertThat(picture.getHeight()).as(title.title()).isEqualTo(width * 3 / 2);
        }
    }

    @Test
    @DisplayName("a path names a poster, a backdrop, a portrait or a video's thumbnail, or nothing")
    void paths() {
        var person = catalogue.person("Buster Keaton");
        assertThat(gallery.find("/pm10331.jpg")).get().isInstanceOf(Subject.Poster.class);
        assertThat(gallery.find("bm10331.jpg")).get().isInstanceOf(Subject.Backdrop.class);
        assertThat(gallery.find(person.profilePath())).contains(new Subject.Portrait("Buster Keaton"));
        assertThat(gallery.find("/vdQw4w9WgXcQ.jpg")).isPresent();
        assertThat(gallery.find("/pt10331.jpg")).isEmpty();
        assertThat(gallery.find("/pm99999999999999.jpg")).isEmpty();
        assertThat(gallery.find("/../etc/passwd")).isEmpty();
    }

    @Test
    @DisplayName("a size beyond the sensible is cut down")
    void sizes() throws IOException {
        var poster = gallery.find("/pm10331.jpg").orElseThrow();
        var picture = ImageIO.read(new ByteArrayInputStream(gallery.picture(poster, 0, 100_000)));
        assertThat(picture.getWidth()).isEqualTo(16);
        assertThat(picture.getHeight()).isEqualTo(2000);
    }
}
