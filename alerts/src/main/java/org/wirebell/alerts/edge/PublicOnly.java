package org.wirebell.alerts.edge;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/**
 * Looks names up and refuses those that lead to an address which is not public, so that a receiver's address can't be made
 * to point into our own network. OkHttp connects to exactly the addresses that were checked here; names written as numbers
 * don't pass here and are checked by {@link #checkLiteral}.
 */
final class PublicOnly implements Dns {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-fA-F:.%]*");

    private final Dns names;

    PublicOnly(Dns names) {
        this.names = names;
    }

    /** The host leads to an address that is not public. */
    static final class Blocked extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Blocked(String host, InetAddress address) {
            super(host + " is " + address.getHostAddress() + ", not a public address; allow-private-receivers is off");
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var addresses = names.lookup(host);
        for (var address : addresses) {
            if (!isPublic(address)) {
                throw new Blocked(host, address);
            }
        }
        return addresses;
    }

    /** Checks a host that is an address itself; others are left to {@link #lookup}. */
    static void checkLiteral(String host) throws UnknownHostException {
        if (LITERAL.matcher(host).matches()) {
            var address = InetAddress.getByName(host);
            if (!isPublic(address)) {
                throw new Blocked(host, address);
            }
        }
    }

    /** Whether an address is one of the public internet, by the special-purpose registries of RFC 6890 and its successors. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return bytes.length == 4 ? isPublic4(bytes, 0) : isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes, int at) {
        int a = bytes[at] & 0xff;
        int b = bytes[at + 1] & 0xff;
        int c = bytes[at + 2] & 0xff;
        boolean reserved = a == 0
                || a == 10
                || a == 127
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b <= 31
                || a == 192 && b == 168
                || a == 100 && b >= 64 && b <= 127
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113
                || a >= 224;
        return !reserved;
    }

    /** Global unicast only (2000::/3), and where a v4 address is wrapped in it (NAT64, 6to4, Teredo) not at all or by that address. */
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        if (first == 0x64 && second == 0xff9b) {
            return isPublic4(bytes, 12);
        }
        if (first == 0x2002) {
            return isPublic4(bytes, 2);
        }
        boolean special = first == 0x2001 && (second == 0 || second == 0xdb8);
        return (first & 0xe000) == 0x2000 && !special;
    }
}
