package io.medianest.model.status;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Whom an incident is carried to while nobody looks after it. At first the windows of the admins show it.
public enum Escalation {
    /// All admins have a notification.
    @JsonProperty("admins")
    ADMINS,
    /// It has left the house: by webhook and e-mail, where they are set up.
    @JsonProperty("outside")
    OUTSIDE,
    /// Read by clients from newer servers only.
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
