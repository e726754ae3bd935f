package io.medianest.installers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Who wrote what MediaNest is made of. The window shows the same list, from a file in the source tree that a package
/// cannot be made without being true.
final class Licences {
    private static final String OURS = "io.medianest";

    private Licences() {}

    /// Puts the list, the bill of materials and our own licence beside the class path.
    static void add(Order order) {
        var bill = order.target().resolve("medianest.cdx.json");
        var shown = order.module().resolveSibling("app-desktop/src/main/resources/io/medianest/desktop/licences.tsv");
        try {
            List<String> lines = lines(new JsonMapper().readTree(bill.toFile()));
            var now = Files.write(order.target().resolve("licences.tsv"), lines);
            if (!Files.exists(shown) || !Files.readAllLines(shown).equals(lines)) {
                throw new PackagingException(
                        "The libraries have changed, the list of their licences has not: look at it and copy %s to %s"
                                .formatted(now, shown));
            }
            Files.write(order.libraries().resolve("third-party.txt"), forPeople(lines));
            Files.write(order.libraries().resolve("medianest.cdx.json"), Files.readAllBytes(bill));
            Files.write(order.libraries().resolve("LICENSE.txt"), Files.readAllBytes(order.licence()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line a library: name, version, licences, home page, with tabs between them.
    static List<String> lines(JsonNode bill) {
        var lines = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode part : bill.path("components")) {
            if (!part.path("group").asText().equals(OURS)) {
                lines.add(String.join(
                        "\t",
                        part.path("group").asText() + ":" + part.path("name").asText(),
                        part.path("version").asText(),
                        licences(part),
                        page(part)));
            }
        }
        return new ArrayList<>(lines);
    }

    private static String licences(JsonNode part) {
        var licences = StreamSupport.stream(part.path("licenses").spliterator(), false)
                .map(Licences::licence)
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining(", "));
        if (licences.isEmpty()) {
            throw new PackagingException("%s:%s names no licence: find out which it has"
                    .formatted(part.path("group").asText(), part.path("name").asText()));
        }
        return licences;
    }

    private static String licence(JsonNode choice) {
        if (choice.has("expression")) {
            return choice.path("expression").asText();
        }
        var licence = choice.path("license");
        return licence.has("id")
                ? licence.path("id").asText()
                : licence.path("name").asText();
    }

    private static String page(JsonNode part) {
        for (JsonNode reference : part.path("externalReferences")) {
            if (reference.path("type").asText().equals("website")) {
                return reference.path("url").asText();
            }
        }
        return "";
    }

    private static List<String> forPeople(List<String> lines) {
        var text = new ArrayList<>(List.of(
                "MediaNest contains these libraries; the text of each licence is in its jar or at its address.",
                "The licences of the Java runtime are in the folder legal of the runtime.",
                ""));
        for (String line : lines) {
            var parts = List.of(line.split("\t", -1));
            text.add("%s %s".formatted(parts.get(0), parts.get(1)));
            text.add("    %s   %s".formatted(parts.get(2), parts.get(3)).stripTrailing());
        }
        return text;
    }
}
