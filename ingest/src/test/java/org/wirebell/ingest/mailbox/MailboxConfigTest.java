package org.wirebell.ingest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.mailbox.MailboxConfig.Tls;

class MailboxConfigTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # host | port  | tls  | unencrypted | user | password | complaint
            ''     | 993   | SSL  | false       | u    | P        | host must not be empty
            x      | 70000 | SSL  | false       | u    | P        | port must be between 1 and 65535, was 70000
            x      | 143   | NONE | false       | u    | P        | tls: none sends password and mail in the clear; where that is meant, and only there, say unencrypted: true
            x      | 993   | SSL  | true        | u    | P        | tls: none sends password and mail in the clear; where that is meant, and only there, say unencrypted: true
            x      | 993   | SSL  | false       | ''   | P        | give either user or user-env
            x      | 993   | SSL  | false       | u    | ''       | give either password-env or password-file
            """)
    void refuses(String host, int port, Tls tls, boolean unencrypted, String user, String password, String complaint) {
        assertThatThrownBy(() -> config(host, port, tls, unencrypted, user, password, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @CsvSource({
        "pat@harbour.example, true",
        "kim@harbour.example, false",
        "kim@coast.example, true",
        "kim@nocoast.example, false",
        "kim@sub.coast.example, false",
        "'', false"
    })
    void readsTheSendersThatAreNamed(String sender, boolean reads) {
        var config = config("x", 993, Tls.SSL, false, "u", "P", List.of("Pat@Harbour.example", "coast.example"));
        assertThat(config.reads(sender)).isEqualTo(reads);
    }

    @Test
    void everybodyIsReadWhereNobodyIsNamed() {
        var config = config("x", 993, Tls.SSL, false, "u", "P", List.of());
        assertThat(config.reads("")).isTrue();
        assertThat(config.address("u")).isEqualTo("imaps://u@x:993/INBOX");
    }

    private static MailboxConfig config(
            String host, int port, Tls tls, boolean unencrypted, String user, String password, List<String> senders) {
        return new MailboxConfig(
                host,
                Optional.of(port),
                Optional.of(tls),
                Optional.of(unencrypted),
                Optional.of(user).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.of(password).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                senders);
    }
}
