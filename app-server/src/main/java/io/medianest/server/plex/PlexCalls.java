package io.medianest.server.plex;

import io.medianest.model.settings.ServiceProblem;
import io.medianest.server.platform.config.ServiceSettings;
import io.medianest.server.platform.json.Fields;
import io.medianest.server.platform.resilience.Guard;
import io.medianest.server.platform.resilience.UpstreamCall;
import io.medianest.server.platform.resilience.UpstreamFailure;
import io.medianest.server.platform.resilience.UpstreamReply;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// How a Plex server is asked anything. Thread-safe.
///
/// @param settings asked at each call, so that a change works at once
record PlexCalls(Guard guard, PlexRoads roads, Supplier<ServiceSettings> settings, PlexDevice device) {
    UpstreamCall get(String path) {
        return call(path, UpstreamCall::get);
    }

    UpstreamCall post(String path) {
        return call(path, UpstreamCall::post);
    }

    UpstreamCall put(String path) {
        return call(path, UpstreamCall::put);
    }

    private UpstreamCall call(String path, BiFunction<URI, String, UpstreamCall> verb) {
        var endpoint = guard.endpoint(settings.get());
        var call = verb.apply(endpoint.url(), path).headers(device.headers());
        var token = endpoint.key();
        return token == null ? call : call.header("X-Plex-Token", token.reveal());
    }

    <T> T ask(UpstreamCall call, Function<Fields, T> mapping) {
        return guard.call(() -> mapping.apply(container(send(call))));
    }

    /// As [#ask], once and to learn how the server is.
    <T> T probe(UpstreamCall call, Function<Fields, T> mapping) {
        return guard.probe(() -> mapping.apply(container(send(call))));
    }

    /// Asks for something to be done that may be done twice without harm, and whose answer says nothing.
    void tell(UpstreamCall call) {
        guard.call(() -> done(send(call)));
    }

    /// As [#ask], for what must not be done twice.
    <T> T askOnce(UpstreamCall call, Function<Fields, T> mapping) {
        return guard.callOnce(() -> mapping.apply(container(send(call))));
    }

    /// By whichever way leads to the server; to be called within the guard.
    UpstreamReply send(UpstreamCall call) {
        return roads.send(call, guard.endpoint(settings.get()).url());
    }

    private static boolean done(UpstreamReply reply) {
        requireToken(reply);
        if (reply.status() != 200) {
            throw UpstreamFailure.of(reply);
        }
        return true;
    }

    private static Fields container(UpstreamReply reply) {
        requireToken(reply);
        var json = reply.okJson();
        if (!json.has("MediaContainer")) {
            throw UpstreamFailure.broken("answered with something else than a Plex server would", null)
                    .meaning(ServiceProblem.WRONG_SERVICE);
        }
        return json.at("MediaContainer");
    }

    private static void requireToken(UpstreamReply reply) {
        if (reply.status() == 401 || reply.status() == 498) {
            throw UpstreamFailure.refused("does not take its token any more: sign in to Plex again")
                    .meaning(ServiceProblem.KEY_REFUSED);
        }
    }

    static UpstreamCall paged(UpstreamCall call, int start, int size) {
        return call.header("X-Plex-Container-Start", Integer.toString(start))
                .header("X-Plex-Container-Size", Integer.toString(size));
    }
}
