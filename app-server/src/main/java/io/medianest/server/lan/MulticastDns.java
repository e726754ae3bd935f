package io.medianest.server.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

/// Announces by multicast DNS (Bonjour, Avahi).
final class MulticastDns implements Announcer {
    static final String TYPE = "_medianest._tcp.local.";

    @Override
    public Answering begin(InetAddress at, Service service) throws IOException {
        var responder = JmDNS.create(at, service.hostName());
        try {
            responder.registerService(ServiceInfo.create(
                    TYPE,
                    service.name(),
                    service.port(),
                    0,
                    0,
                    Map.of("version", service.version(), "path", "/", "name", service.name())));
        } catch (IOException | RuntimeException e) {
            responder.close();
            throw e;
        }
        return responder::close;
    }
}
