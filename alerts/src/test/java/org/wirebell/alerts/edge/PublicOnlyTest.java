package org.wirebell.alerts.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicOnlyTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            8.8.8.8,                 true
            100.63.0.1,              true
            172.32.0.1,              true
            2606:4700::1111,         true
            64:ff9b::808:808,        true
            127.0.0.1,               false
            0.0.0.0,                 false
            10.1.2.3,                false
            172.16.0.1,              false
            192.168.1.1,             false
            169.254.169.254,         false
            100.64.0.1,              false
            192.0.2.1,               false
            198.18.0.1,              false
            203.0.113.9,             false
            224.0.0.1,               false
            255.255.255.255,         false
            ::1,                     false
            ::,                      false
            ::ffff:127.0.0.1,        false
            ::ffff:10.0.0.1,         false
            ::127.0.0.1,             false
            fe80::1,                 false
            fc00::1,                 false
            fd12:3456::1,            false
            64:ff9b::7f00:1,         false
            2002:7f00:1::,           false
            2001::1,                 false
            2001:db8::1,             false
            """)
    void knowsWhatIsPublic(String address, boolean isPublic) throws UnknownHostException {
        assertThat(PublicOnly.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
    }

    @Test
    void refusesANameWhenAnyOfItsAddressesIsPrivate() {
        var names = new PublicOnly(_ -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")));
        assertThatThrownBy(() -> names.lookup("hooks.example"))
                .isInstanceOf(PublicOnly.Blocked.class)
                .hasMessage("hooks.example is 10.0.0.1, not a public address; allow-private-receivers is off");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"127.0.0.1", "::1", "169.254.169.254", "127.1", "2130706433"})
    void refusesAddressesGivenAsNumbers(String host) {
        assertThatThrownBy(() -> PublicOnly.checkLiteral(host)).isInstanceOf(PublicOnly.Blocked.class);
    }
}
