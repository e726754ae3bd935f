package io.medianest.desktop.download;

import io.medianest.desktop.api.ApiException;
import io.medianest.model.download.MediaPreview;

/// What is known of the address that stands in the field.
public sealed interface Lookup {
    /// No address yet.
    record Nothing() implements Lookup {}

    record Looking() implements Lookup {}

    record Found(MediaPreview preview) implements Lookup {}

    record Failed(ApiException problem) implements Lookup {}
}
