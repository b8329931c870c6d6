package io.tradelane.benchmarks.door;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One ORDERS D96A of Brightline to Beichen in an interchange of its own. Numbers of one run have the same length. */
record Order(String number, String reference, byte[] bytes) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyMMdd:HHmm");
    private static final String BRIGHTLINE = "4001234000022";
    private static final String[] ARTICLES = {
        "6902345001039|BL-7001|Deep groove ball bearing 6204-2RS|4.90",
        "6902345001046|BL-7002|Deep groove ball bearing 6205-2RS|5.60",
        "6902345001053|BL-7003|Shaft seal NBR 20x35x7|0.85",
    };

    /** @param run tells runs apart, six characters */
    static Order of(String run, int index, int lines) {
        return of(BRIGHTLINE, run, index, lines);
    }

    /** @param buyer its GLN */
    static Order of(String buyer, String run, int index, int lines) {
        String number = String.format(Locale.ROOT, "PO-%s-%07d", run, index);
        String reference = String.format(Locale.ROOT, "%s%07d", run, index);
        StringBuilder text = new StringBuilder("UNA:+.? '\n");
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        LocalDate today = now.toLocalDate();
        segment(text, "UNB+UNOC:3+" + buyer + ":14+6902345000223:14+" + STAMP.format(now) + "+" + reference + "++ORDERS++1");
        int start = count(text);
        segment(text, "UNH+1+ORDERS:D:96A:UN:EAN008");
        segment(text, "BGM+220+" + number + "+9");
        segment(text, "DTM+137:" + DAY.format(today) + ":102");
        segment(text, "DTM+2:" + DAY.format(today.plusDays(14)) + ":102");
        segment(text, "NAD+BY+" + buyer + "::9");
        segment(text, "NAD+SU+6902345000223::9");
        segment(text, "NAD+DP+" + buyer + "::9++Brightline Retail GmbH+Hafenstrasse 12+Hamburg++20457+DE");
        segment(text, "CUX+2:EUR:9");
        for (int line = 1; line <= lines; line++) {
            String[] article = ARTICLES[(index + line) % ARTICLES.length].split("\\|");
            segment(text, "LIN+" + line + "++" + article[0] + ":EN");
            segment(text, "PIA+1+" + article[1] + ":IN");
            segment(text, "IMD+F++:::" + article[2]);
            segment(text, "QTY+21:" + (100 + index % 400 + line) + ":PCE");
            segment(text, "PRI+AAA:" + article[3]);
        }
        segment(text, "UNS+S");
        segment(text, "CNT+2:" + lines);
        segment(text, "UNT+" + (count(text) - start + 1) + "+1");
        segment(text, "UNZ+1+" + reference);
        return new Order(number, reference, text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void segment(StringBuilder text, String segment) {
        text.append(segment).append("'\n");
    }

    private static int count(StringBuilder text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
