package io.medianest.model.account;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// What somebody may do. An admin may do all that a user may.
public enum Role {
    @JsonEnumDefaultValue
    @JsonProperty("user")
    USER,
    @JsonProperty("admin")
    ADMIN
}
