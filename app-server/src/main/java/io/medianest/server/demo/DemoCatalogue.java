package io.medianest.server.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.medianest.model.api.Json;
import io.medianest.model.media.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The films, series and people that the demo knows. Immutable.
final class DemoCatalogue {
    private static final int FIRST_PERSON = 9_100_000;

    private final List<DemoTitle> titles;
    private final Map<String, Person> people = new LinkedHashMap<>();

    DemoCatalogue(List<DemoTitle> titles) {
        this.titles = List.copyOf(titles);
        for (var title : titles) {
            title.cast().forEach(part -> addPerson(part.name(), "Acting"));
            addPerson(title.director(), "Directing");
        }
    }

    /// Reads the catalogue that comes with the program.
    static DemoCatalogue read() {
        try (var in = DemoCatalogue.class.getResourceAsStream("catalogue.json")) {
            var titles = Json.strict()
                    .readValue(Objects.requireNonNull(in, "catalogue.json"), new TypeReference<List<DemoTitle>>() {});
            return new DemoCatalogue(titles);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's catalogue cannot be read", e);
        }
    }

    List<DemoTitle> titles() {
        return titles;
    }

    List<DemoTitle> titles(MediaType type) {
        return titles.stream().filter(title -> title.type() == type).toList();
    }

    Optional<DemoTitle> find(MediaType type, int tmdbId) {
        return titles.stream()
                .filter(title -> title.type() == type && title.tmdbId() == tmdbId)
                .findFirst();
    }

    /// Titles that contain every word of the text, in upper or lower case, best known first.
    List<DemoTitle> search(String text) {
        var words = words(text);
        return titles.stream()
                .filter(title -> contains(title.title() + " " + title.originalTitle(), words))
                .sorted(Comparator.comparing((DemoTitle title) -> !startsWith(title.title(), text))
                        .thenComparing(DemoTitle::votes, Comparator.reverseOrder()))
                .toList();
    }

    List<Person> searchPeople(String text) {
        var words = words(text);
        return people.values().stream()
                .filter(person -> contains(person.name(), words))
                .toList();
    }

    /// What is talked about today: well known and well liked titles first, series in between.
    List<DemoTitle> trending() {
        var ranked = titles.stream()
                .sorted(Comparator.comparingDouble((DemoTitle title) -> -title.rating() * Math.log(title.votes())))
                .toList();
        var films = ranked.stream().filter(DemoTitle::isFilm).toList();
        var series = ranked.stream().filter(title -> !title.isFilm()).toList();
        var mixed = new ArrayList<DemoTitle>();
        for (int i = 0; i < films.size(); i++) {
            mixed.add(films.get(i));
            if (i % 3 == 2 && i / 3 < series.size()) {
                mixed.add(series.get(i / 3));
            }
        }
        return List.copyOf(mixed);
    }

    /// Others that share a genre, the closest first; at most twelve.
    List<DemoTitle> similarTo(DemoTitle title) {
        return titles(title.type()).stream()
                .filter(other -> !other.equals(title) && shared(title, other) > 0)
                .sorted(Comparator.comparingLong((DemoTitle other) -> -shared(title, other))
                        .thenComparingDouble(other -> -other.rating()))
                .limit(12)
                .toList();
    }

    Person person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    Optional<Person> person(int id) {
        return people.values().stream().filter(person -> person.id() == id).findFirst();
    }

    Stream<DemoTitle> titlesWith(Person person) {
        return titles.stream()
                .filter(title -> title.director().equals(person.name())
                        || title.cast().stream().anyMatch(part -> part.name().equals(person.name())));
    }

    private void addPerson(String name, String department) {
        people.computeIfAbsent(name, unknown -> new Person(FIRST_PERSON + people.size(), name, department));
    }

    private static long shared(DemoTitle one, DemoTitle other) {
        return one.genres().stream().filter(other.genres()::contains).count();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }

    private static boolean contains(String text, List<String> words) {
        var lower = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains);
    }

    private static boolean startsWith(String title, String text) {
        return title.regionMatches(true, 0, text.strip(), 0, text.strip().length());
    }

    /// @param department Acting or Directing
    record Person(int id, String name, String department) {
        String profilePath() {
            return "/f" + id + ".jpg";
        }
    }
}
