package org.wirebell.ingest.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.SocketFactory;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Keeps fetches away from addresses that are not the public internet. Names are checked when resolved (all their
 * addresses must be public, which is what they are then connected to), and every socket once more when it connects, so
 * that literal addresses and whatever a resolver plays are caught too.
 */
public final class AddressGuard extends SocketFactory implements Dns {
    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    private final Dns dns;
    private final Predicate<InetAddress> addresses;
    private final IntPredicate ports;

    /** What may be connected to: such addresses, on such ports. */
    AddressGuard(Dns dns, Predicate<InetAddress> addresses, IntPredicate ports) {
        this.dns = dns;
        this.addresses = addresses;
        this.ports = ports;
    }

    public static AddressGuard publicOnly(Dns dns) {
        return new AddressGuard(dns, PublicAddress::is, PORTS::contains);
    }

    /** For tests, demonstrations, and feeds inside the house. */
    public static AddressGuard open(Dns dns) {
        return new AddressGuard(dns, _ -> true, _ -> true);
    }

    /** Says that an address was refused. */
    static final class Refused extends UnknownHostException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Refuses ports where no feed is expected: they are other people's databases and mail servers. */
    void check(HttpUrl url) throws Refused {
        if (!ports.test(url.port())) {
            throw new Refused("port " + url.port() + " is not one that feeds are fetched from " + PORTS);
        }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var found = dns.lookup(host);
        for (var address : found) {
            check(host, address);
        }
        return found;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                if (to instanceof InetSocketAddress inet) {
                    check(inet.getHostString(), inet.getAddress());
                }
                super.connect(to, timeout);
            }
        };
    }

    private void check(String host, InetAddress address) throws Refused {
        if (!addresses.test(address)) {
            throw new Refused(host + " leads to " + address.getHostAddress() + ", which is not a public address");
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw unconnected();
    }

    private static IOException unconnected() {
        return new IOException("only unconnected sockets are made here, so that none escapes the check");
    }
}
