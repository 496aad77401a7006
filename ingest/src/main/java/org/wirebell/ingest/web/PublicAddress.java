package org.wirebell.ingest.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public internet from all others, after IANA's special-purpose address registries. */
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 = Block.list(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16", // link-local, cloud metadata
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24", // documentation, as two below
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3"); // multicast, reserved, broadcast

    private static final Block GLOBAL_6 = Block.of("2000::/3");
    private static final List<Block> NOT_PUBLIC_6 = Block.list(
            "2001::/23", // protocol assignments, Teredo among them
            "2001:db8::/32", // documentation, as 3fff::/20
            "2002::/16", // 6to4 hides an IPv4 address
            "3fff::/20");
    /** A DNS64 resolver gives these for names that have IPv4 addresses only; the last 32 bits are the real one. */
    private static final Block NAT64 = Block.of("64:ff9b::/96");

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
        }
        if (NAT64.holds(bytes)) {
            var inner = Arrays.copyOfRange(bytes, 12, 16);
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(inner));
        }
        return GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private record Block(byte[] start, int bits) {
        static List<Block> list(String... blocks) {
            return Arrays.stream(blocks).map(Block::of).toList();
        }

        static Block of(String block) {
            var parts = block.split("/", 2);
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(block + " is no address block", e);
            }
        }

        boolean holds(byte[] address) {
            int whole = bits / 8;
            int rest = bits % 8;
            return address.length == start.length
                    && Arrays.mismatch(address, 0, whole, start, 0, whole) < 0
                    && (rest == 0 || (address[whole] ^ start[whole]) >> (8 - rest) == 0);
        }
    }
}
