package io.medianest.server.lan;

import java.io.IOException;
import java.net.InetAddress;

/// Answers on the network when somebody looks for services. Thread-safe.
interface Announcer {
    /// Begins to answer at one address. That the name is free takes the network some seconds to find out.
    Answering begin(InetAddress at, Service service) throws IOException;

    /// What is announced.
    ///
    /// @param name for people
    /// @param hostName of the machine, without a domain
    record Service(String name, String hostName, int port, String version) {}

    /// An announcement that stands.
    interface Answering {
        /// Says good-bye and ends; may take seconds.
        void end() throws IOException;
    }
}
