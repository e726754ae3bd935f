package io.medianest.model.settings;

import java.util.List;

/// What answers in the house, by kind and then by name.
public record Discovery(List<FoundService> found) {
    public Discovery {
        found = List.copyOf(found);
    }
}
