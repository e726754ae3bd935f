package io.medianest.server.demo.art;

import java.util.List;

/// What a picture shows. The same subject always gives the same picture.
public sealed interface Subject {

    /// What the picture's chances depend on.
    String seed();

    /// A title's upright picture, with its name on it.
    ///
    /// @param credit a small line above the title, such as the director's name
    record Poster(String title, String credit, Look look, List<String> genres) implements Subject {
        @Override
        public String seed() {
            return title + look.hue();
        }
    }

    /// A title's wide picture, without any lettering.
    record Backdrop(String title, Look look) implements Subject {
        @Override
        public String seed() {
            return title + look.hue();
        }
    }

    /// A person, of whom only the name is known.
    record Portrait(String name) implements Subject {
        @Override
        public String seed() {
            return name;
        }
    }
}
