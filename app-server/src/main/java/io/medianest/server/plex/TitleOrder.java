package io.medianest.server.plex;

/// In which order titles are listed.
public record TitleOrder(By by, Direction direction) {
    public static final TitleOrder NEWEST = new TitleOrder(By.ADDED, Direction.DESCENDING);

    /// What titles can be ordered by.
    public enum By {
        ADDED("addedAt", "addedAt"),
        UPDATED("updatedAt", "updatedAt"),
        TITLE("title", "titleSort"),
        YEAR("year", "year"),
        RELEASED("releaseDate", "originallyAvailableAt"),
        RATING("rating", "rating"),
        DURATION("duration", "duration");

        private final String word;
        private final String field;

        By(String word, String field) {
            this.word = word;
            this.field = field;
        }

        /// Our word for it.
        public String word() {
            return word;
        }
    }

    /// From small to large, or the other way.
    public enum Direction {
        ASCENDING("asc"),
        DESCENDING("desc");

        private final String word;

        Direction(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// As Plex wants it, for example `titleSort:asc`.
    String sort() {
        return by.field + ":" + direction.word;
    }

    /// Our words for it, for example `title:asc`.
    @Override
    public String toString() {
        return by.word + ":" + direction.word;
    }
}
