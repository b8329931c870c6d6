package io.tradelane.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** An ORDERS D96A as Brightline's system writes it to Beichen. */
record BrightlineOrder(String number, String reference) {
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);

    /** Never used before, on a hub that lives on neither. */
    static BrightlineOrder fresh() {
        long number = NUMBERS.incrementAndGet();
        return new BrightlineOrder("PO-AT-" + number, "AT" + number);
    }

    BrightlineOrder withNumber(String other) {
        return new BrightlineOrder(other, reference);
    }

    String edifact() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String day = today.format(DateTimeFormatter.BASIC_ISO_DATE);
        return """
                UNA:+.? '
                UNB+UNOC:3+4001234000022:14+6902345000223:14+%1$s:0910+%2$s++ORDERS++1'
                UNH+1+ORDERS:D:96A:UN:EAN008'
                BGM+220+%3$s+9'
                DTM+137:%4$s:102'
                DTM+2:%5$s:102'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                NAD+DP+4001234000022::9++Brightline Retail GmbH+Hafenstrasse 12+Hamburg++20457+DE'
                CUX+2:EUR:9'
                LIN+1++6902345001039:EN'
                PIA+1+BL-7001:IN'
                IMD+F++:::Deep groove ball bearing 6204-2RS'
                QTY+21:400:PCE'
                PRI+AAA:4.90'
                LIN+2++6902345001046:EN'
                PIA+1+BL-7002:IN'
                IMD+F++:::Deep groove ball bearing 6205-2RS'
                QTY+21:200:PCE'
                PRI+AAA:5.60'
                UNS+S'
                CNT+2:2'
                UNT+21+1'
                UNZ+1+%2$s'
                """.formatted(day.substring(2), reference, number, day, today.plusDays(12).format(DateTimeFormatter.BASIC_ISO_DATE))
                .replace("'\n", "'").strip();
    }
}
