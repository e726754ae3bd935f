package io.medianest.server.platform.network;

import java.math.BigInteger;
import java.net.InetAddress;

/// Addresses that begin alike, as in `192.168.1.0/24`; or a single one, as in `::1`.
///
/// @param bits how many of the first ones are alike
public record AddressRange(InetAddress first, int bits) {
    /// @throws IllegalArgumentException for anything else, a host name among it
    public static AddressRange parse(String text) {
        var parts = text.split("/", -1);
        var first = InetAddress.ofLiteral(parts[0]);
        int longest = first.getAddress().length * Byte.SIZE;
        int bits = parts.length == 1 ? longest : Integer.parseInt(parts[1]);
        if (parts.length > 2 || bits < 0 || bits > longest) {
            throw new IllegalArgumentException("no range of addresses");
        }
        return new AddressRange(first, bits);
    }

    public boolean contains(InetAddress address) {
        byte[] ours = first.getAddress();
        byte[] theirs = address.getAddress();
        return ours.length == theirs.length && head(ours).equals(head(theirs));
    }

    private BigInteger head(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }
}
