/// What clients hear while they are connected: their first state, then each change as it happens.
///
/// Somebody signs in with the auth payload `{"token":…}`, the header `Authorization: Bearer …` or the session
/// cookie, in this order. A refusal carries `{"code":…}`. Then comes `state:initial`, or `state:sync` for a client
/// that says by `lastSeq` in its auth payload that it has been connected before; both hold what is open, of the
/// requests the newest only when there are very many, with `seq` 0. Every event after that has the next `seq`, so that
/// a client sees a gap; the count is that of one connection. An event that happens while the state is gathered follows
/// it, and may be known from it already: a request's `version` tells.
///
/// When this server itself has lost an event, or has lost it for one client, it closes the connections that missed it:
/// clients come back by themselves, and get the state.
///
/// A client may send `ping`, which is acknowledged with `{"pong":true}`, and what [ClientActions] lists, which is
/// acknowledged as HTTP would reply to it; to anything else, and to more than [EventRate#LIMIT] events a second, it
/// hears `error`.
@NullMarked
package io.medianest.server.live;

import org.jspecify.annotations.NullMarked;
