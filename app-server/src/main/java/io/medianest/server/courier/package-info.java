/// The services that bring news to people who are not before MediaNest: chats, push services, mail servers, and
/// anything that takes JSON. The only place that knows what each of them wants to be sent.
///
/// What there is to know about them: Discord and Slack put the key into the address, answer 204 and `200 ok`, and read
/// marks in texts; ntfy takes JSON at its root, with the topic in it; Gotify wants the key in `X-Gotify-Key`.
@NullMarked
package io.medianest.server.courier;

import org.jspecify.annotations.NullMarked;
