package io.medianest.server.platform.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses lie out on the internet, for whoever fetches what strangers name: all others may be somebody's
/// router, another program on this machine, or the keeper of its secrets in a data centre.
public final class PublicAddresses {
    private static final AddressRange INTERNET_OF_SIX = AddressRange.parse("2000::/3");

    private static final List<AddressRange> SPECIAL = List.of(
            AddressRange.parse("0.0.0.0/8"),
            AddressRange.parse("10.0.0.0/8"),
            AddressRange.parse("100.64.0.0/10"),
            AddressRange.parse("127.0.0.0/8"),
            AddressRange.parse("169.254.0.0/16"),
            AddressRange.parse("172.16.0.0/12"),
            AddressRange.parse("192.0.0.0/24"),
            AddressRange.parse("192.0.2.0/24"),
            AddressRange.parse("192.168.0.0/16"),
            AddressRange.parse("198.18.0.0/15"),
            AddressRange.parse("198.51.100.0/24"),
            AddressRange.parse("203.0.113.0/24"),
            AddressRange.parse("224.0.0.0/3"),
            AddressRange.parse("2001::/23"),
            AddressRange.parse("2001:db8::/32"),
            // Carries an address of the old kind inside.
            AddressRange.parse("2002::/16"),
            AddressRange.parse("3fff::/20"));

    private PublicAddresses() {}

    public static boolean contain(InetAddress address) {
        if (address instanceof Inet6Address && !INTERNET_OF_SIX.contains(address)) {
            return false;
        }
        return SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
