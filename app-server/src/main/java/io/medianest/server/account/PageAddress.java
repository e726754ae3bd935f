package io.medianest.server.account;

/// Where a phone in the house finds the server's page.
@FunctionalInterface
public interface PageAddress {
    /// @param port where the server listens
    /// @return without a slash at its end
    String at(int port);
}
