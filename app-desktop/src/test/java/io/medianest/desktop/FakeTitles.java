package io.medianest.desktop;

import io.medianest.model.media.Availability;
import io.medianest.model.media.CastMember;
import io.medianest.model.media.MediaItem;
import io.medianest.model.media.MediaType;
import java.util.ArrayList;
import java.util.List;

/// About sixty films and series, all of them free to show: works in the public domain and open films.
final class FakeTitles {
    private static final String[] FILMS = {
        "Night of the Living Dead|1968|Horror|7.6|96", "The General|1926|Comedy|7.9|79",
        "Metropolis|1927|Science fiction|8.1|153", "Sintel|2010|Fantasy|7.4|15",
        "Nosferatu|1922|Horror|7.7|95", "Charade|1963|Mystery|7.8|113",
        "Tears of Steel|2012|Science fiction|6.1|12", "A Trip to the Moon|1902|Adventure|8.0|14",
        "Big Buck Bunny|2008|Animation|6.6|10", "His Girl Friday|1940|Comedy|7.7|92",
        "Sherlock Jr.|1924|Comedy|8.1|45", "Plan 9 from Outer Space|1957|Science fiction|4.0|79",
        "Cosmos Laundromat|2015|Drama|7.3|12", "The Kid|1921|Drama|8.2|68",
        "Spring|2019|Fantasy|7.2|8", "Carnival of Souls|1962|Horror|7.0|78",
        "The Cabinet of Dr. Caligari|1920|Horror|7.9|77", "Safety Last!|1923|Comedy|7.9|74",
        "The Phantom of the Opera|1925|Horror|7.4|107", "Battleship Potemkin|1925|Drama|7.7|75",
        "The Gold Rush|1925|Comedy|8.0|95", "Sunrise: A Song of Two Humans|1927|Romance|7.9|94",
        "The Lodger|1927|Thriller|7.2|92", "Wings|1927|War|7.5|144",
        "Steamboat Bill, Jr.|1928|Comedy|7.8|70", "Man with a Movie Camera|1929|Documentary|8.0|68",
        "M|1931|Thriller|8.2|117", "Vampyr|1932|Horror|7.3|73",
        "The 39 Steps|1935|Thriller|7.5|86", "My Man Godfrey|1936|Comedy|7.8|94",
        "The Lady Vanishes|1938|Mystery|7.6|96", "Meet John Doe|1941|Drama|7.5|122",
        "Detour|1945|Crime|7.1|68", "Scarlet Street|1945|Crime|7.6|102",
        "The Stranger|1946|Thriller|7.2|95", "D.O.A.|1949|Crime|7.2|83",
        "The Hitch-Hiker|1953|Thriller|6.9|71", "Beat the Devil|1953|Adventure|6.4|89",
        "House on Haunted Hill|1959|Horror|6.8|75", "The Little Shop of Horrors|1960|Comedy|6.2|72",
        "The Last Man on Earth|1964|Science fiction|6.7|86", "Elephants Dream|2006|Animation|6.0|11",
        "Agent 327|2017|Animation|7.0|4", "Hero|2018|Animation|6.5|4",
        "Sprite Fright|2021|Animation|7.1|10", "Charge|2022|Science fiction|6.9|4",
        "Wing It!|2023|Animation|7.0|4", "Coffee Run|2020|Animation|6.8|3",
    };
    private static final String[] SERIES = {
        "Caminandes|2013|Animation|7.2|3", "Night Gallery of the Archive|1949|Mystery|6.9|28",
        "Dragnet|1951|Crime|7.4|26", "The Beverly Hillbillies|1962|Comedy|7.2|25",
        "Sherlock Holmes|1954|Mystery|7.6|27", "One Step Beyond|1959|Fantasy|7.5|25",
        "Bonanza|1959|Western|7.3|50", "The Lucy Show|1962|Comedy|7.5|25",
        "Robin Hood|1955|Adventure|7.4|26", "Flash Gordon|1954|Science fiction|6.5|25",
        "Annie Oakley|1954|Western|7.1|26", "Four Star Playhouse|1952|Drama|7.3|26",
    };
    private static final List<String> IN_LIBRARY =
            List.of("Night of the Living Dead", "Sherlock Jr.", "Big Buck Bunny", "The Kid", "Bonanza");

    private FakeTitles() {}

    static List<MediaItem> all() {
        var titles = new ArrayList<MediaItem>();
        for (String film : FILMS) {
            titles.add(item(film, titles.size() + 1, MediaType.MOVIE));
        }
        for (String series : SERIES) {
            titles.add(item(series, titles.size() + 1, MediaType.TV));
        }
        return titles;
    }

    private static MediaItem item(String line, int number, MediaType type) {
        String[] parts = line.split("\\|", -1);
        boolean plex = IN_LIBRARY.contains(parts[0]);
        return new MediaItem(
                Integer.toString(number),
                parts[0],
                null,
                type,
                Integer.valueOf(parts[1]),
                null,
                "/api/v1/media/images/w342/poster-" + number + ".png",
                "/api/v1/media/images/w1280/backdrop-" + number + ".png",
                "In a city of the future the son of its ruler falls in love with a prophet of the workers below and "
                        + "learns what keeps the machines running.",
                List.of(parts[2], "Drama"),
                Double.valueOf(parts[3]),
                1200,
                Integer.valueOf(parts[4]),
                "en",
                plex ? new Availability(true, false, "https://app.plex.tv/desktop", null) : Availability.NONE);
    }

    static List<CastMember> cast() {
        return List.of(
                new CastMember("Brigitte Helm", "Maria", null),
                new CastMember("Alfred Abel", "Joh Fredersen", null),
                new CastMember("Gustav Fröhlich", "Freder", null),
                new CastMember("Rudolf Klein-Rogge", "Rotwang", "/api/v1/media/images/w185/face-4.png"),
                new CastMember("Fritz Rasp", "The Thin Man", null),
                new CastMember("Theodor Loos", "Josaphat", null),
                new CastMember("Heinrich George", "Grot", null));
    }
}
