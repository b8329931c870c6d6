package io.tradelane.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** A REQOTE D96A as Brightline's system writes it to Beichen and Jingong, and Beichen's QUOTES to it. */
record BrightlineRequest(String number, String reference) {
    private static final AtomicLong NUMBERS = new AtomicLong(Instant.now().toEpochMilli() % 1_000_000_000L);
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    static BrightlineRequest fresh() {
        long number = NUMBERS.incrementAndGet();
        return new BrightlineRequest("RFQ-AT-" + number, "RQ" + number);
    }

    String reqote() {
        return """
                UNA:+.? '
                UNB+UNOC:3+4001234000022:14+6900000000014:14+%1$s:0910+%2$s++REQOTE'
                UNH+1+REQOTE:D:96A:UN'
                BGM+311+%3$s+9'
                DTM+137:%4$s:102'
                DTM+36:%5$s1800:203'
                CUX+2:EUR:9'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                NAD+SU+6902345000339::9'
                LIN+1++6902345001039:EN'
                IMD+F++:::Deep groove ball bearing 6204-2RS'
                QTY+21:400:PCE'
                LIN+2++6902345001046:EN'
                IMD+F++:::Deep groove ball bearing 6205-2RS'
                QTY+21:200:PCE'
                UNS+S'
                UNT+16+1'
                UNZ+1+%2$s'
                """.formatted(day(TODAY).substring(2), reference, number, day(TODAY), day(TODAY.plusDays(7))).replace("'\n", "'").strip();
    }

    /** @param quotation number of the offer; each has its own */
    String quotes(String quotation, String price) {
        return """
                UNA:+.? '
                UNB+UNOC:3+6902345000223:14+4001234000022:14+%1$s:0910+%2$s++QUOTES'
                UNH+1+QUOTES:D:96A:UN'
                BGM+310+%3$s+9'
                DTM+137:%4$s:102'
                DTM+36:%5$s:102'
                RFF+AHU:%6$s'
                CUX+2:EUR:9'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                LIN+1++6902345001039:EN'
                QTY+21:400:PCE'
                PRI+AAA:%7$s'
                LIN+2++6902345001046:EN'
                QTY+21:200:PCE'
                PRI+AAA:5.60'
                UNS+S'
                UNT+16+1'
                UNZ+1+%2$s'
                """.formatted(day(TODAY).substring(2), quotation.replace("-", ""), quotation, day(TODAY), day(TODAY.plusDays(30)), number, price)
                .replace("'\n", "'").strip();
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
