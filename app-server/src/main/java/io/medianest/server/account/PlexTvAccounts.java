package io.medianest.server.account;

import io.medianest.model.api.ErrorCode;
import io.medianest.server.platform.MediaNestException;
import io.medianest.server.platform.Secret;
import io.medianest.server.plex.PlexResource;
import io.medianest.server.plex.PlexTvClient;

/// Plex accounts as plex.tv tells of them. Thread-safe.
public final class PlexTvAccounts implements PlexAccounts {
    private final PlexTvClient plexTv;

    public PlexTvAccounts(PlexTvClient plexTv) {
        this.plexTv = plexTv;
    }

    @Override
    public NewPin createPin(String clientName) {
        var pin = plexTv.createPin(clientName);
        return new NewPin(pin.id(), pin.code(), pin.authUrl().toString(), pin.expiresIn());
    }

    @Override
    public PinState pin(long pinId) {
        return switch (plexTv.pin(pinId)) {
            case io.medianest.server.plex.PinState.Waiting waiting -> new PinState.Waiting();
            case io.medianest.server.plex.PinState.Claimed claimed -> new PinState.Authorised(claimed.token());
            case io.medianest.server.plex.PinState.Expired expired -> new PinState.Gone();
        };
    }

    @Override
    public PlexAccount user(Secret token) {
        var account = plexTv.account(token)
                .orElseThrow(() -> new MediaNestException(
                        ErrorCode.INVALID_PIN, "Plex does not accept the sign-in any more: begin again"));
        return new PlexAccount(account.id(), account.username(), account.email(), account.thumb());
    }

    @Override
    public Access access(Secret token, String machineIdentifier) {
        return plexTv.servers(token).stream()
                .filter(server -> server.clientIdentifier().equals(machineIdentifier))
                .findFirst()
                .map(PlexTvAccounts::accessTo)
                .orElse(Access.NONE);
    }

    private static Access accessTo(PlexResource server) {
        return server.owned() ? Access.OWNED : Access.SHARED;
    }
}
