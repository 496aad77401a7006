package org.wirebell.app.station;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When certificates that we depend on run out: {@code wirebell.certificate.expires.timestamp}. Each address is asked for its
 * certificates and nothing else, so one that nobody should trust any more tells its end, too.
 */
final class Certificates implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final String METER = "wirebell.certificate.expires.timestamp";
    private static final int PORT = 443;
    private static final int PATIENCE = 10_000;

    private final Map<String, URI> addresses;
    private final MeterRegistry meters;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Thread loop;

    private Certificates(Map<String, URI> addresses, MeterRegistry meters, Duration every) {
        this.addresses = addresses;
        this.meters = meters;
        this.loop = Thread.ofVirtual().name("certificates").unstarted(() -> repeat(every));
    }

    /** Looks again and again until closed. */
    static Certificates watch(Map<String, URI> addresses, MeterRegistry meters, Duration every) {
        var certificates = new Certificates(addresses, meters, every);
        if (!addresses.isEmpty()) {
            certificates.loop.start();
        }
        return certificates;
    }

    private void repeat(Duration every) {
        try {
            while (!Thread.interrupted()) {
                addresses.forEach(this::look);
                Thread.sleep(every);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void look(String name, URI address) {
        try {
            if (ends.put(name, end(address)) == null) {
                Gauge.builder(
                                METER,
                                () -> ends.getOrDefault(name, Instant.EPOCH).getEpochSecond())
                        .baseUnit("seconds")
                        .tag("certificate", name)
                        .register(meters);
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("certificate of {} at {} not seen: {}", name, address, e.toString());
        }
    }

    /** When the first of the certificates that it shows runs out. */
    private static Instant end(URI address) throws IOException, GeneralSecurityException {
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new Looker()}, new SecureRandom());
        int port = address.getPort() < 0 ? PORT : address.getPort();
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address.getHost(), port), PATIENCE);
            plain.setSoTimeout(PATIENCE);
            try (var socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, address.getHost(), port, true)) {
                socket.startHandshake();
                return Arrays.stream(socket.getSession().getPeerCertificates())
                        .map(certificate ->
                                ((X509Certificate) certificate).getNotAfter().toInstant())
                        .min(Instant::compareTo)
                        .orElseThrow();
            }
        }
    }

    @Override
    public void close() {
        loop.interrupt();
    }

    /** Looks at certificates without a judgement; nothing is said on such a connection. */
    private static final class Looker extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
