package io.tradelane.benchmarks.parsing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Makes interchanges of valid ORDERS D96A that look like a retailer's; the same seed gives the same bytes. */
public final class OrdersGenerator {

    private static final String[] WORDS = {
        "Bolt", "hexagon", "M8x40", "galvanised", "carton", "of", "seal ring", "NBR 70", "steel", "blue", "O?'Neill", "5?+1", "set"
    };

    private final Random random;

    public OrdersGenerator(long seed) {
        random = new Random(seed);
    }

    public static byte[] interchange(int messages, int lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(messages * (800 + lines * 180));
        new OrdersGenerator(42).write(out, messages, lines);
        return out.toByteArray();
    }

    public void write(OutputStream out, int messages, int lines) {
        try {
            header(out);
            for (int message = 1; message <= messages; message++) {
                message(out, message, lines);
            }
            trailer(out, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void header(OutputStream out) throws IOException {
        put(out, "UNA:+.? 'UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF4711'");
    }

    static void trailer(OutputStream out, int messages) throws IOException {
        put(out, "UNZ+" + messages + "+REF4711'");
    }

    void message(OutputStream out, int number, int lines) throws IOException {
        StringBuilder text = new StringBuilder(1024);
        text.append("UNH+").append(number).append("+ORDERS:D:96A:UN:EAN008'");
        text.append("BGM+220+PO-").append(100000 + number).append("+9'DTM+137:20260105:102'DTM+2:20260119:102'");
        text.append("FTX+AAI+++Deliver between 8 and 12:Gate 3'");
        text.append("RFF+CT:C-2025-17'DTM+171:20251224:102'");
        text.append("NAD+BY+5412345000013::9++Westfield Retail NV+Industrielaan 5+Brussel++1070+BE'RFF+VA:BE0123456789'");
        text.append("NAD+SU+4012345500004::9++Muster Schrauben GmbH'NAD+DP+5412345000020::9'CTA+OC+:P Forget'COM+003227775543:TE'");
        text.append("CUX+2:EUR:9'");
        put(out, text.toString());
        for (int line = 1; line <= lines; line++) {
            put(out, line(line));
        }
        int segments = 18 + lines * 8;
        put(out, "UNS+S'MOA+86:" + (1000 + lines) + ".00'CNT+2:" + lines + "'UNT+" + segments + "+" + number + "'");
    }

    private String line(int line) {
        int quantity = 1 + random.nextInt(500);
        int cents = 50 + random.nextInt(90000);
        StringBuilder text = new StringBuilder(220);
        text.append("LIN+").append(line).append("++40008621").append(10000 + random.nextInt(89999)).append(":EN'");
        text.append("PIA+1+A-").append(random.nextInt(100000)).append(":SA+B").append(random.nextInt(100000)).append(":IN'");
        text.append("IMD+F++:::").append(WORDS[random.nextInt(WORDS.length)]).append(' ').append(WORDS[random.nextInt(WORDS.length)]).append("'");
        text.append("QTY+21:").append(quantity).append(":PCE'");
        text.append("DTM+2:202601").append(10 + random.nextInt(18)).append(":102'");
        text.append("MOA+203:").append(money((long) quantity * cents)).append("'");
        text.append("PRI+AAA:").append(money(cents)).append("'");
        text.append("RFF+PL:PL-").append(random.nextInt(1000)).append("'");
        return text.toString();
    }

    private static String money(long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
