package io.medianest.desktop.api;

import java.net.URI;

/// Which server, and as whom.
///
/// @param address the root, such as `http://127.0.0.1:4000/`
/// @param credential for `Authorization: Bearer`; never logged; empty for a stranger
public record ServerConnection(URI address, String credential) {
    @Override
    public String toString() {
        return "ServerConnection[" + address + "]";
    }
}
