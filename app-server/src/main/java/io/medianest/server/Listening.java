package io.medianest.server;

import io.medianest.server.settings.Setting;
import io.medianest.server.settings.WrongSetting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the program can listen where the settings say. Thread-safe.
final class Listening {
    private static final int NOT_YET = -1;

    private volatile int ownPort = NOT_YET;

    /// The port that this program itself listens on from now on, which looks taken to everybody.
    void on(int port) {
        ownPort = port;
    }

    /// @throws WrongSetting for an address that is not of this machine, and a port that cannot be had
    void check(ServerConfig.Http http) {
        var address = address(http);
        if (!isOurs(address)) {
            throw new WrongSetting(Setting.SERVER_HOST, "an address of this machine");
        }
        if (http.port() != ownPort && !isFree(address)) {
            throw new WrongSetting(
                    Setting.SERVER_PORT, "a port that no other program uses and that this one is allowed to use");
        }
    }

    /// No address means all of them, IPv6 as well as IPv4; Helidon's own default is IPv4 only.
    static InetSocketAddress address(ServerConfig.Http http) {
        return http.host().isEmpty()
                ? new InetSocketAddress(http.port())
                : new InetSocketAddress(http.host(), http.port());
    }

    static boolean isOurs(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return false;
        }
        try (var trial = new ServerSocket(0, 1, address.getAddress())) {
            return trial.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isFree(InetSocketAddress address) {
        try (var trial = new ServerSocket()) {
            trial.setReuseAddress(true);
            trial.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
