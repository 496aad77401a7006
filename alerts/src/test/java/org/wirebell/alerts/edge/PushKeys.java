package org.wirebell.alerts.edge;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.wirebell.model.Json;

/** The other side of Web Push: the browser that opens a message (RFC 8291) and the service that checks who sends (RFC 8292). */
record PushKeys(KeyPair pair, byte[] auth) {
    static PushKeys make() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new PushKeys(generator.generateKeyPair(), "sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String publicText() {
        return text(uncompressed());
    }

    String privateText() {
        return text(fixed(((ECPrivateKey) pair.getPrivate()).getS()));
    }

    private byte[] uncompressed() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return ByteBuffer.allocate(65)
                .put((byte) 4)
                .put(fixed(point.getAffineX()))
                .put(fixed(point.getAffineY()))
                .array();
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = number.toByteArray();
        var out = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, out, 32 - length, length);
        return out;
    }

    byte[] open(byte[] body) throws GeneralSecurityException {
        var salt = Arrays.copyOf(body, 16);
        int idLength = body[20];
        var sender = Arrays.copyOfRange(body, 21, 21 + idLength);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(publicKey(sender), true);
        var info = ByteBuffer.allocate(14 + 130)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(uncompressed())
                .put(sender)
                .array();
        var input = derive(auth, agreement.generateSecret(), info, 32);
        var key = derive(salt, input, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce = derive(salt, input, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var padded = cipher.doFinal(body, 21 + idLength, body.length - 21 - idLength);
        int end = padded.length;
        while (padded[end - 1] == 0) {
            end--;
        }
        if (padded[end - 1] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return Arrays.copyOf(padded, end - 1);
    }

    private static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        SecretKey from = new SecretKeySpec(input, "Generic");
        var how = HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(how);
    }

    private static ECPublicKey publicKey(byte[] uncompressed) throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(uncompressed, 33, 65)));
        return (ECPublicKey) KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    /** What is wrong with an {@code Authorization} header of VAPID, empty when nothing is. */
    Optional<String> check(String header, String audience, String subject) throws GeneralSecurityException {
        if (!header.startsWith("vapid t=") || !header.endsWith(", k=" + publicText())) {
            return Optional.of("no VAPID header with our key");
        }
        var parts =
                header.substring("vapid t=".length(), header.indexOf(", k=")).split("\\.");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
            return Optional.of("the token is not signed by our key");
        }
        var claims = Json.map(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        return claims.get("aud").equals(audience) && claims.get("sub").equals(subject)
                ? Optional.empty()
                : Optional.of("claims " + claims);
    }
}
