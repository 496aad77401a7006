package org.wirebell.ingest.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirebell.ingest.signed.Secret;
import org.wirebell.model.Ids;

/** What opens the push endpoint, as the configuration's environment variables and files have it. */
final class PushKeys {
    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;
    private final Optional<Secret> shared;
    private final Map<String, Secret> own;

    private PushKeys(Optional<byte[]> token, Optional<Secret> shared, Map<String, Secret> own) {
        this.token = token;
        this.shared = shared;
        this.own = own;
    }

    /** Throws {@link IllegalArgumentException} naming the setting whose variable or file is missing, empty or too short. */
    static PushKeys of(PushConfig push, Function<String, Optional<String>> environment) {
        var token = found("push.token", push.tokenEnv(), push.tokenFile(), environment);
        var shared = secret("push.secret", push.secretEnv(), push.secretFile(), environment);
        var own = push.senders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        sender -> secret(
                                        "push.senders." + sender.getKey() + ".secret",
                                        sender.getValue().secretEnv(),
                                        sender.getValue().secretFile(),
                                        environment)
                                .orElseThrow()));
        return new PushKeys(token.map(PushKeys::digest), shared, Map.copyOf(own));
    }

    static Optional<Secret> secret(
            String setting,
            Optional<String> variable,
            Optional<Path> file,
            Function<String, Optional<String>> environment) {
        return found(setting, variable, file, environment).map(text -> {
            try {
                return Secret.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
            }
        });
    }

    private static Optional<String> found(
            String setting,
            Optional<String> variable,
            Optional<Path> file,
            Function<String, Optional<String>> environment) {
        var text = new Secrets(environment).secret(setting, variable, file);
        if (text.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException(setting + ": is empty");
        }
        return text;
    }

    /** Compares digests, which takes the same time wherever they differ and however long the token is. */
    boolean opens(String authorization) {
        return authorization.startsWith(BEARER)
                && token.filter(digest -> MessageDigest.isEqual(
                                digest,
                                digest(authorization.substring(BEARER.length()).strip())))
                        .isPresent();
    }

    /** What the sender of that source signs with; a secret of its own takes the place of the shared one. */
    Optional<Secret> secret(String source) {
        return Optional.ofNullable(own.get(source)).or(() -> shared);
    }

    private static byte[] digest(String token) {
        return HexFormat.of().parseHex(Ids.hash(token.getBytes(StandardCharsets.UTF_8)));
    }
}
