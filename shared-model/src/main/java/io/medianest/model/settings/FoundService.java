package io.medianest.model.settings;

import org.jspecify.annotations.Nullable;

/// A service that answers in the house.
///
/// @param name for people, for example the name of its machine
/// @param address as it would be set, for example `http://192.168.1.5:32400`
/// @param version absent when it does not say
public record FoundService(
        FoundKind kind,
        String name,
        String address,
        @Nullable String version) {}
