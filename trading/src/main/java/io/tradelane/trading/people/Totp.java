package io.tradelane.trading.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords (RFC 6238 on RFC 4226): HMAC-SHA-1, steps of 30 seconds. */
final class Totp {
    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, with leading zeros. */
    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int truncated = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return String.format("%0" + digits + "d", truncated % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** RFC 4648, section 6, without padding: how authenticator apps take a secret; whole groups of five bytes only. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        int have = 0;
        for (byte one : secret) {
            bits = bits << 8 | one & 0xff;
            have += 8;
            while (have >= 5) {
                have -= 5;
                text.append(BASE32.charAt((int) (bits >> have & 31)));
            }
        }
        return text.toString();
    }

    static byte[] ofBase32(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        long bits = 0;
        int have = 0;
        for (char one : text.toCharArray()) {
            bits = bits << 5 | BASE32.indexOf(one);
            have += 5;
            if (have >= 8) {
                have -= 8;
                bytes.put((byte) (bits >> have));
            }
        }
        return bytes.array();
    }
}
