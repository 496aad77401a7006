package org.wirebell.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirebell.ingest.drop.DropConfig.After;

class DropConfigTest {
    private static final String KEY = "SHA256:" + "A".repeat(43);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # url                      | user | key-file | host-key | after  | to   | files | complaint
            http://x/in                | u    | -        | -        | LEAVE  | -    | 1     | url must start with ftp://, ftps:// or sftp://, was http://x/in
            ftp:/in                    | u    | -        | -        | LEAVE  | -    | 1     | url must name a host, was ftp:/in
            ftp://u:secret@x/in        | -    | -        | -        | LEAVE  | -    | 1     | url must hold host, port and path only; the user goes into user or user-env
            sftp://x/in                | -    | k        | KEY      | LEAVE  | -    | 1     | sftp:// needs a user, and password-env, password-file or key-file
            sftp://x/in                | u    | -        | KEY      | LEAVE  | -    | 1     | sftp:// needs a user, and password-env, password-file or key-file
            sftp://x/in                | u    | k        | -        | LEAVE  | -    | 1     | sftp:// needs host-keys or known-hosts: a server that nobody knows is not to be trusted
            sftp://x/in                | u    | k        | ab:cd    | LEAVE  | -    | 1     | host-keys are written SHA256:…, was ab:cd
            ftp://x/in                 | u    | k        | -        | LEAVE  | -    | 1     | key-file, host-keys and known-hosts are for sftp:// only
            ftp://x/in                 | u    | -        | -        | MOVE   | -    | 1     | after: move and move-to go together
            ftp://x/in                 | u    | -        | -        | DELETE | done | 1     | after: move and move-to go together
            ftp://x/in                 | u    | -        | -        | LEAVE  | -    | 0     | files must be at least 1, was 0
            """)
    void refuses(
            String url, String user, String keyFile, String hostKey, After after, String to, int files, String why) {
        assertThatThrownBy(() -> config(url, user, keyFile, hostKey, after, to, files))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://x,             ., 21",
        "ftp://x/,            /, 21",
        "ftp://x/~/wires/in,  wires/in, 21",
        "ftps://x:990/in,     /in, 990",
        "ftp://x:2121/a%20b,  /a b, 2121"
    })
    void knowsItsPlace(String url, String folder, int port) {
        var config = config(url, "u", null, null, After.LEAVE, null, 1);
        assertThat(config.folder()).isEqualTo(folder);
        assertThat(config.port()).isEqualTo(port);
        assertThat(config.tlsFromTheFirstByte()).isEqualTo(port == 990);
    }

    @ParameterizedTest
    @CsvSource({
        "a.xml, true",
        "a.XML, false",
        "a.json, true",
        "a.txt, false",
        ".a.xml, false",
        "../a.xml, false",
        "'', false"
    })
    void takesWhatFitsThePattern(String name, boolean takes) {
        assertThat(config("ftp://x/in", "u", null, null, After.LEAVE, null, 1).takes(name))
                .isEqualTo(takes);
    }

    private static DropConfig config(
            String url,
            @org.jspecify.annotations.Nullable String user,
            @org.jspecify.annotations.Nullable String keyFile,
            @org.jspecify.annotations.Nullable String hostKey,
            After after,
            @org.jspecify.annotations.Nullable String to,
            int files) {
        return new DropConfig(
                URI.create(url),
                Optional.ofNullable(user),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(keyFile).map(Path::of),
                hostKey == null ? List.of() : List.of(hostKey.replace("KEY", KEY)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(5)),
                Optional.of("*.{xml,json}"),
                Optional.of(after),
                Optional.ofNullable(to),
                Optional.of(files),
                Optional.empty(),
                Optional.empty());
    }
}
