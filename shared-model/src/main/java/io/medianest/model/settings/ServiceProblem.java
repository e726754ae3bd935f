package io.medianest.model.settings;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a service cannot be used, or not well: the reason of a [ServiceTest] for clients with words of their own.
public enum ServiceProblem {
    @JsonProperty("address-missing")
    ADDRESS_MISSING,
    @JsonProperty("key-missing")
    KEY_MISSING,
    /// Nobody knows the name in its address.
    @JsonProperty("name-unknown")
    NAME_UNKNOWN,
    /// Nothing listens at its address and port.
    @JsonProperty("unreachable")
    UNREACHABLE,
    /// Nothing comes back in time.
    @JsonProperty("timeout")
    TIMEOUT,
    /// It shows a certificate that is not trusted for its address.
    @JsonProperty("certificate")
    CERTIFICATE,
    /// What listens does not speak `https`.
    @JsonProperty("no-tls")
    NO_TLS,
    /// It hung up in the middle, as what speaks only `https` does to whoever does not.
    @JsonProperty("broken-off")
    BROKEN_OFF,
    /// It sends whoever asks to another address.
    @JsonProperty("redirect")
    REDIRECT,
    /// It does not take the key.
    @JsonProperty("key-refused")
    KEY_REFUSED,
    /// Something else answers there.
    @JsonProperty("wrong-service")
    WRONG_SERVICE,
    /// It has no status page of that name.
    @JsonProperty("page-unknown")
    PAGE_UNKNOWN,
    /// It works, but is older than what is known to work well.
    @JsonProperty("outdated")
    OUTDATED,
    /// A program on this machine is missing.
    @JsonProperty("not-installed")
    NOT_INSTALLED,
    /// It has too much to do.
    @JsonProperty("busy")
    BUSY,
    /// It answers with an error of its own, or for a reason that a newer server knows.
    @JsonEnumDefaultValue
    @JsonProperty("failing")
    FAILING
}
