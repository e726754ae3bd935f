package io.medianest.model.server;

import java.util.List;

/// A server, for devices that look for one.
///
/// @param name for people
/// @param address the one to try first
/// @param addresses all of them, the likeliest first: by number, by name
/// @param qrUrl a PNG of `address`, relative to the server
public record ServerInfo(
        String name,
        String version,
        int port,
        String address,
        List<String> addresses,
        List<SignInMethod> signInMethods,
        String qrUrl) {
    public ServerInfo {
        addresses = List.copyOf(addresses);
        signInMethods = List.copyOf(signInMethods);
    }
}
