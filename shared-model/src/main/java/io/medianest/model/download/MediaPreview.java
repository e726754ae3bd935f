package io.medianest.model.download;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What is behind an address, told before anything is downloaded: one video, or a list of them. On the wire `type`
/// says which.
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "type",
        defaultImpl = VideoMetadata.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = VideoMetadata.class, name = "video"),
    @JsonSubTypes.Type(value = PlaylistMetadata.class, name = "playlist")
})
public sealed interface MediaPreview permits VideoMetadata, PlaylistMetadata {
    /// `video` or `playlist`.
    String type();

    String id();

    String title();

    /// The address in its one proper spelling.
    String url();
}
