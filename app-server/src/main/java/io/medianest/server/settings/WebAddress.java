package io.medianest.server.settings;

import java.net.URI;
import java.net.URISyntaxException;

/// The address of a service as people write it. Addresses are shown and logged, so that no password may be in them.
public final class WebAddress {
    private WebAddress() {}

    /// @return without a slash at its end
    /// @throws URISyntaxException for anything but `http://` or `https://` and a host, and for one with a user name
    public static URI parse(String text) throws URISyntaxException {
        var uri = new URI(text.strip().replaceFirst("/+$", ""));
        var scheme = uri.getScheme();
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new URISyntaxException(text, "no http address");
        }
        return uri;
    }
}
