package io.tradelane.acceptance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;

/** Delivery schedules as Brightline's system writes them to Beichen: bearings for one place, called off from an order. */
record BrightlineSchedule(BrightlineOrder order) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    static final LocalDate MONDAY = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    /** The place makes it a schedule of its own. */
    String place() {
        return "DOCK-" + order.reference();
    }

    String number(int release) {
        return "DS-" + order.reference() + "-" + release;
    }

    /** DELFOR D96A: firm on Monday, a forecast for the week after. */
    String forecast(int release, int firm, int planned) {
        return interchange("F" + release, """
                UNH+1+DELFOR:D:96A:UN'
                BGM+241+%1$s+5'
                DTM+137:%2$s:102'
                RFF+AAN:%3$d'
                RFF+AIF:%4$d'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                UNS+D'
                NAD+CN+%5$s::92'
                LIN+1++BL-7001:IN'
                RFF+ON:%6$s:1'
                QTY+70:0:PCE'
                QTY+1:%7$d:PCE'
                SCC+1'
                DTM+2:%8$s:102'
                QTY+1:%9$d:PCE'
                SCC+4'
                DTM+64:%10$s:102'
                DTM+63:%11$s:102'
                UNS+S'
                UNT+21+1'
                """.formatted(number(release), day(LocalDate.now(ZoneOffset.UTC)), release, release - 1, place(), order.number(), firm, day(MONDAY),
                planned, day(MONDAY.plusWeeks(1)), day(MONDAY.plusDays(13))));
    }

    /** DELJIT D96A: Monday at six, and half of it on Tuesday. */
    String call(int quantity) {
        return interchange("J", """
                UNH+1+DELJIT:D:96A:UN'
                BGM+242+JIT-%1$s+9'
                DTM+137:%2$s:102'
                NAD+BY+4001234000022::9'
                NAD+SU+6902345000223::9'
                SEQ+3'
                LIN+1++BL-7001:IN'
                RFF+ON:%3$s:1'
                LOC+11+%4$s::92'
                QTY+1:%5$d:PCE'
                SCC+1'
                DTM+2:%6$s0600:203'
                QTY+1:%7$d:PCE'
                SCC+1'
                DTM+2:%8$s0600:203'
                UNT+16+1'
                """.formatted(order.reference(), day(LocalDate.now(ZoneOffset.UTC)), order.number(), place(), quantity, day(MONDAY), quantity / 2, day(MONDAY.plusDays(1))));
    }

    private String interchange(String kind, String message) {
        String day = day(LocalDate.now(ZoneOffset.UTC));
        return ("UNB+UNOC:3+4001234000022:14+6902345000223:14+" + day.substring(2) + ":0910+" + kind + order.reference() + "'\n" + message
                + "UNZ+1+" + kind + order.reference() + "'\n").replace("'\n", "'");
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
