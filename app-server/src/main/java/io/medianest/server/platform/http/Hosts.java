package io.medianest.server.platform.http;

import io.medianest.server.platform.network.OwnAddresses;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The names by which this server may be called.
///
/// A stranger's page can make its own name lead to an address in the house (DNS rebinding); to the browser it then is
/// the same site as this server, and may do here what the person may. What still gives it away is that name, which
/// stands in `Host`. The port is not looked at, since it says nothing about who is asking, and tunnels and containers
/// change it. Thread-safe.
public final class Hosts {
    private static final Pattern HOST = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+))(?::\\d{1,5})?");

    private final OwnAddresses own;
    private final Set<String> others;

    /// @param others names, in lower case, by which this server goes beside those of this machine
    public Hosts(OwnAddresses own, Set<String> others) {
        this.own = own;
        this.others = Set.copyOf(others);
    }

    /// Whether somebody who calls this host means us.
    ///
    /// @param host the value of the header `Host`
    public boolean mean(@Nullable String host) {
        return nameIn(host)
                .filter(name -> others.contains(name) || own.leadsHere(name))
                .isPresent();
    }

    /// The name in a `Host` header, in lower case, without port, brackets and final dot.
    static Optional<String> nameIn(@Nullable String host) {
        var match = HOST.matcher(host == null ? "" : host);
        if (!match.matches()) {
            return Optional.empty();
        }
        var name = match.group(1) == null ? match.group(2) : match.group(1);
        return Optional.of(name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
    }
}
