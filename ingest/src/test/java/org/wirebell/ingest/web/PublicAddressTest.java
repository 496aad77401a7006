package org.wirebell.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            1.1.1.1, true
            9.255.255.255, true
            100.63.255.255, true
            172.32.0.1, true
            192.167.1.1, true
            223.255.255.255, true
            2606:4700::1111, true
            2a00::1, true
            0.0.0.0, false
            10.0.0.1, false
            100.64.0.1, false
            127.0.0.1, false
            127.1.2.3, false
            169.254.169.254, false
            172.16.0.1, false
            172.31.255.255, false
            192.0.0.8, false
            192.168.1.1, false
            198.18.0.1, false
            203.0.113.9, false
            224.0.0.1, false
            255.255.255.255, false
            ::, false
            ::1, false
            ::ffff:10.0.0.1, false
            ::10.0.0.1, false
            fe80::1, false
            fc00::1, false
            fd12:3456::1, false
            fec0::1, false
            ff02::1, false
            2001::1, false
            2001:db8::1, false
            2002:7f00:1::, false
            64:ff9b::7f00:1, false
            64:ff9b::a9fe:a9fe, false
            64:ff9b::101:101, true
            64:ff9b:1::1, false
            100::1, false
            """)
    void tellsPublicFromAllOthers(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isEqualTo(isPublic);
    }
}
