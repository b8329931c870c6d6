package io.tradelane.benchmarks.parsing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes interchanges of valid 850 in 004010 that look like a retailer's; the same numbers give the same bytes. */
final class X12Generator {

    private static final String[] WORDS = {"BOLT", "HEXAGON", "M8X40", "GALVANIZED", "CARTON OF 5", "SEAL RING", "NBR 70", "STEEL", "BLUE", "SET"};

    private final Random random = new Random(42);
    private final StringBuilder out = new StringBuilder();

    private X12Generator() {}

    static byte[] interchange(int messages, int lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pieces(messages, lines).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** Envelope and sets, each made when it is asked for. */
    static Stream<byte[]> pieces(int messages, int lines) {
        X12Generator generator = new X12Generator();
        generator.out.append("ISA*00*          *00*          *ZZ*WESTFIELD      *ZZ*MUSTERBOLT     *260105*0930*U*00401*000004711*0*P*>~")
                .append("GS*PO*WESTFIELD*MUSTERBOLT*20260105*0930*11*X*004010~");
        Stream<byte[]> sets = IntStream.rangeClosed(1, messages).mapToObj(number -> {
            generator.set(number, lines);
            return generator.drain();
        });
        byte[] tail = ("GE*" + messages + "*11~IEA*1*000004711~").getBytes(StandardCharsets.US_ASCII);
        return Stream.concat(Stream.concat(Stream.of(generator.drain()), sets), Stream.of(tail));
    }

    private byte[] drain() {
        byte[] bytes = out.toString().getBytes(StandardCharsets.US_ASCII);
        out.setLength(0);
        return bytes;
    }

    private void set(int number, int lines) {
        String reference = String.format(Locale.ROOT, "%04d", number);
        out.append("ST*850*").append(reference).append("~BEG*00*SA*PO-").append(100_000 + number).append("**20260105~CUR*BY*USD~");
        out.append("REF*DP*038~ITD*14*3*2**45**46~DTM*002*20260119~");
        out.append("N1*ST*WESTFIELD RETAIL*9*0003947268292~N3*31875 SOLON RD~N4*SOLON*OH*44139*US~N1*SU*MUSTER BOLTS*92*4711~");
        for (int line = 1; line <= lines; line++) {
            int cents = 50 + random.nextInt(90_000);
            out.append("PO1*").append(line).append('*').append(1 + random.nextInt(500)).append("*EA*").append(cents / 100).append('.')
                    .append(cents % 100 / 10).append(1 + cents % 9).append("*PE*BP*B").append(random.nextInt(100_000))
                    .append("*VP*A-").append(random.nextInt(100_000)).append("*UP*0400086").append(10_000 + random.nextInt(89_999)).append('~');
            out.append("PID*F****").append(word()).append(' ').append(word()).append('~');
            out.append("REF*PL*PL-").append(random.nextInt(1000)).append('~');
            out.append("DTM*002*202601").append(10 + random.nextInt(18)).append('~');
        }
        out.append("CTT*").append(lines).append("~SE*").append(12 + lines * 4).append('*').append(reference).append('~');
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
