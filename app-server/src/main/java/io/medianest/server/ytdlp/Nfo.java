package io.medianest.server.ytdlp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// The description of a video that media servers read beside it.
final class Nfo {
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd");
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private Nfo(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static Path write(Path file, FoundVideo video, @Nullable String description, FetchOrder order) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            xml.writeStartDocument("UTF-8", "1.0");
            new Nfo(xml).describe(video, description, order);
            xml.writeEndDocument();
            xml.close();
            return file;
        } catch (XMLStreamException e) {
            throw new IOException("the description cannot be written", e);
        }
    }

    private void describe(FoundVideo video, @Nullable String description, FetchOrder order) throws XMLStreamException {
        var day = video.uploadDate();
        boolean episode = order.naming() == Naming.PLEX;
        xml.writeStartElement(episode ? "episodedetails" : "movie");
        element("title", video.title());
        element(episode ? "showtitle" : "studio", video.uploader());
        if (episode && day != null) {
            element("season", Integer.toString(day.getYear()));
            element("episode", MONTH_AND_DAY.format(day));
        }
        element("plot", description);
        element(episode ? "aired" : "premiered", day == null ? null : day.toString());
        var duration = video.duration();
        element("runtime", duration == null ? null : Long.toString(Math.max(1, Math.round(duration / 60.0))));
        xml.writeStartElement("uniqueid");
        xml.writeAttribute("type", order.address().site() == VideoAddress.Site.YOUTUBE ? "youtube" : "other");
        xml.writeAttribute("default", "true");
        text(video.id());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void element(String name, @Nullable String value) throws XMLStreamException {
        if (value == null || value.isBlank()) {
            return;
        }
        xml.writeStartElement(name);
        text(value);
        xml.writeEndElement();
    }

    private void text(String value) throws XMLStreamException {
        xml.writeCharacters(NOT_IN_XML.matcher(value).replaceAll(""));
    }
}
