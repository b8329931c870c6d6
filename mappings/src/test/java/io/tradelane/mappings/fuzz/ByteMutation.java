package io.tradelane.mappings.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Changes bytes, whatever they mean. */
final class ByteMutation {
    private static final byte[] SPECIAL = "'+:?*~^=<>&\"/{}[],;.-0123456789ABCEINSTUXZ\n\r\t \0\u00ff\u00c3".getBytes(StandardCharsets.ISO_8859_1);
    private static final String[] NUMBERS = {
        "99999999999999999999999999999999", "1E999999999", "1e-999999999", "-0", "0.000000000000000000000000000001", "1E+2147483647", "--1",
        "2147483648", "9223372036854775808", "NaN", "1,5", "1.234.567,89", "00000000000000000000", "٣", "99999999", "20260230", "240000", ""
    };

    private ByteMutation() {}

    static byte[] mutate(byte[] bytes, RandomGenerator random) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(10) == 0 ? 2000 : 40));
        byte[] chunk = Arrays.copyOfRange(bytes, at, to);
        return switch (bytes.length == 0 ? 3 : random.nextInt(11)) {
            case 0 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> with(bytes, at, (byte) random.nextInt(256));
            case 2 -> with(bytes, at, SPECIAL[random.nextInt(SPECIAL.length)]);
            case 3 -> replaced(bytes, at, at, random(random));
            case 4 -> replaced(bytes, at, at, SPECIAL[random.nextInt(SPECIAL.length)]);
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> replaced(bytes, at, to);
            case 7 -> replaced(bytes, to, to, chunk);
            case 8 -> replaced(bytes, at, at, repeated(chunk, 2 + random.nextInt(60)));
            case 9 -> moved(bytes, at, to, random);
            default -> number(bytes, at, random);
        };
    }

    static byte[] spliced(byte[] one, byte[] other, RandomGenerator random) {
        return replaced(Arrays.copyOf(one, random.nextInt(one.length + 1)), one.length, one.length, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length));
    }

    static String number(RandomGenerator random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** Makes another number of the next one. */
    private static byte[] number(byte[] bytes, int at, RandomGenerator random) {
        int from = at;
        while (from < bytes.length && !Character.isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && Character.isDigit(bytes[to])) {
            to++;
        }
        byte[] number = number(random).getBytes(StandardCharsets.UTF_8);
        return replaced(bytes, from, to, random.nextInt(20) == 0 ? repeated(number, 200) : number);
    }

    private static byte[] moved(byte[] bytes, int at, int to, RandomGenerator random) {
        byte[] rest = replaced(bytes, at, to);
        int place = random.nextInt(rest.length + 1);
        return replaced(rest, place, place, Arrays.copyOfRange(bytes, at, to));
    }

    private static byte[] random(RandomGenerator random) {
        byte[] made = new byte[1 + random.nextInt(20)];
        random.nextBytes(made);
        return made;
    }

    private static byte[] repeated(byte[] chunk, int times) {
        byte[] repeated = new byte[chunk.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(chunk, 0, repeated, i * chunk.length, chunk.length);
        }
        return repeated;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] copy = bytes.clone();
        copy[at] = value;
        return copy;
    }

    static byte[] replaced(byte[] bytes, int from, int to, byte... by) {
        int start = Math.min(from, bytes.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
        out.write(bytes, 0, start);
        out.writeBytes(by);
        int rest = Math.min(Math.max(to, start), bytes.length);
        out.write(bytes, rest, bytes.length - rest);
        return out.toByteArray();
    }
}
