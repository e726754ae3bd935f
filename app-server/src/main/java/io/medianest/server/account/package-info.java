/// People of the household, and how they and their devices come in: Plex sign-in, sessions, API tokens,
/// pairing.
@NullMarked
package io.medianest.server.account;

import org.jspecify.annotations.NullMarked;
