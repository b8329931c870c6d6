package io.tradelane.portal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: what somebody's phone shows (RFC 6238). */
public final class Authenticator {

    private Authenticator() {}

    /** @param secret in base32, spaces allowed @param steps from now: 0, or 1 for the next code */
    public static String code(String secret, int steps) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(secret.replace(" ", "")), "HmacSHA1"));
            byte[] counter = new byte[8];
            byte[] step = BigInteger.valueOf(Instant.now().getEpochSecond() / 30 + steps).toByteArray();
            System.arraycopy(step, 0, counter, 8 - step.length, step.length);
            byte[] hash = mac.doFinal(counter);
            int offset = hash[19] & 0xf;
            int number = new BigInteger(1, Arrays.copyOfRange(hash, offset, offset + 4)).intValue() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder bits = new StringBuilder();
        base32.chars().forEach(c -> bits.append("%5s".formatted(Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c))).replace(' ', '0')));
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            out.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return out.toByteArray();
    }
}
