package io.tradelane.mappings.syntax.tradacoms;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Position;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files message by message, holding one at a time; an input may hold several. */
public final class TradacomsReader {
    /** Files read for a test say so in their application reference: ORDTES, INVTES. */
    private static final String TEST = "TES";

    private static final PartyAddress NOBODY = new PartyAddress("", null);
    /** Of a message before any STX; the file is refused. */
    private static final InterchangeHeader NO_HEADER = new InterchangeHeader("", "", NOBODY, NOBODY, null, "", null, false, false);

    private final TradacomsScanner scanner;
    private final Limits limits;
    private final MessageHandler handler;
    private final TradacomsReport outer;
    private @Nullable InterchangeHeader header;
    private @Nullable InterchangeHeader first;
    private List<TradacomsSegment> segments = new ArrayList<>();
    private TradacomsReport report;
    private long start;
    private int messages;
    /** Segments of the file from STX on. */
    private int counted;
    private int all;
    private boolean open;
    private boolean stopped;

    /** Takes the messages as they come. */
    @FunctionalInterface
    public interface MessageHandler {
        void message(InterchangeHeader header, TradacomsMessage message);
    }

    /** @param header of the first file; {@code null} when there is none */
    public record Result(@Nullable InterchangeHeader header, List<Finding> findings) {}

    private TradacomsReader(InputStream bytes, Limits limits, MessageHandler handler) {
        this.scanner = new TradacomsScanner(bytes, limits);
        this.limits = limits;
        this.handler = handler;
        this.outer = new TradacomsReport(limits.messageFindings());
        this.report = outer;
    }

    public static Result read(InputStream bytes, Limits limits, MessageHandler handler) throws IOException {
        return new TradacomsReader(bytes, limits, handler).run();
    }

    private Result run() throws IOException {
        TradacomsSegment segment = next();
        while (segment != null && !stopped) {
            if (scanner.offset() > limits.interchangeBytes()) {
                outer.add(TradacomsError.INPUT_TOO_LARGE, segment.place(), null, Long.toString(limits.interchangeBytes()));
                return new Result(first, outer.findings());
            }
            segment(segment);
            segment = next();
        }
        if (!stopped) {
            finish(Position.NONE, TradacomsError.MESSAGE_CUT_OFF);
            if (open) {
                outer.add(TradacomsError.FILE_TRAILER_MISSING, Position.NONE, null, null);
            }
        }
        return new Result(first, outer.findings());
    }

    private @Nullable TradacomsSegment next() throws IOException {
        return scanner.next(segments.size() + 1, report);
    }

    private void segment(TradacomsSegment segment) {
        counted++;
        boolean known = segments.isEmpty() || segment.tag().equals("MTR") || MessageTable.knows(segments.getFirst().value(2));
        if (known && !segment.tag().equals("MHD")) {
            SegmentTable.check(segment, report);
        }
        switch (segment.tag()) {
            case "STX" -> begin(segment);
            case "END" -> end(segment);
            case "MHD" -> message(segment);
            case "MTR" -> trailer(segment);
            case "BAT", "EOB" -> finish(segment.place(), TradacomsError.MESSAGE_TRAILER_MISSING);
            default -> content(segment);
        }
    }

    private void begin(TradacomsSegment segment) {
        finish(segment.place(), TradacomsError.MESSAGE_CUT_OFF);
        if (open) {
            outer.add(TradacomsError.FILE_TRAILER_MISSING, segment.place(), null, null);
        }
        LocalDate day = TradacomsValues.day(segment, 4, 1);
        String time = segment.value(4, 2);
        boolean clock = time.length() == 6 && time.chars().allMatch(sign -> sign >= '0' && sign <= '9') && time.compareTo("240000") < 0
                && time.charAt(2) < '6' && time.charAt(4) < '6';
        String application = segment.value(7);
        header = new InterchangeHeader(
                segment.value(1), segment.value(1, 2), address(segment, 2), address(segment, 3),
                day == null ? null : clock ? day.atTime(number(time, 0), number(time, 2), number(time, 4)) : day.atStartOfDay(),
                segment.value(5), application.isEmpty() ? null : application, false, application.endsWith(TEST));
        first = first == null ? header : first;
        open = true;
        messages = 0;
        counted = 1;
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }

    private static PartyAddress address(TradacomsSegment segment, int element) {
        String code = segment.value(element);
        return code.isEmpty() ? new PartyAddress(segment.value(element, 2), null) : new PartyAddress(code, code.length() == 13 ? "14" : null);
    }

    private void end(TradacomsSegment segment) {
        finish(segment.place(), TradacomsError.MESSAGE_CUT_OFF);
        if (!open) {
            outer.add(TradacomsError.NOT_A_FILE, segment.place(), "END", null);
        }
        String told = segment.value(1);
        if (counted > messages && (told.equals(Integer.toString(counted)) || told.equals(Integer.toString(counted - 1)))) {
            outer.add(TradacomsError.SEGMENTS_COUNTED, segment.place().at(1, 1), told, Integer.toString(messages));
        } else {
            count(TradacomsError.MESSAGE_COUNT_WRONG, segment, messages, outer);
        }
        open = false;
        header = null;
    }

    private static void count(TradacomsError code, TradacomsSegment segment, int counted, TradacomsReport report) {
        String told = segment.value(1);
        if (TradacomsValues.numeric(told) && !Integer.toString(counted).equals(told.replaceFirst("^0+(?=\\d)", ""))) {
            report.add(code, segment.place().at(1, 1), told, Integer.toString(counted));
        }
    }

    private void message(TradacomsSegment segment) {
        finish(segment.place(), TradacomsError.MESSAGE_TRAILER_MISSING);
        if (stopped) {
            return;
        }
        messages++;
        report = new TradacomsReport(limits.messageFindings());
        if (header == null) {
            outer.add(TradacomsError.NOT_A_FILE, segment.place(), "MHD", "STX=ANA:1");
        }
        segments.add(new TradacomsSegment(segment.tag(), segment.elements(), numbered(segment.place())));
        SegmentTable.check(segments.getFirst(), report);
        start = segment.place().offset();
        String told = segment.value(1);
        if (TradacomsValues.numeric(told) && !Integer.toString(messages).equals(told.replaceFirst("^0+(?=\\d)", ""))) {
            report.add(TradacomsError.MESSAGE_REFERENCE_OUT_OF_SEQUENCE, segments.getFirst().place().at(1, 1), told, Integer.toString(messages));
        }
    }

    private static Position numbered(Position place) {
        return new Position(place.line(), place.column(), place.offset(), place.segment(), 1, 0, 0);
    }

    private void content(TradacomsSegment segment) {
        if (segments.isEmpty()) {
            TradacomsError code = open ? TradacomsError.SEGMENT_OUTSIDE_MESSAGE : first == null ? TradacomsError.NOT_A_FILE : TradacomsError.TEXT_AFTER_END;
            outer.add(code, segment.place(), segment.tag(), null);
        } else if (segments.size() < limits.messageSegments()) {
            segments.add(segment);
        } else {
            report.add(TradacomsError.MESSAGE_TOO_LARGE, segment.place(), null, Integer.toString(limits.messageSegments()));
        }
    }

    private void trailer(TradacomsSegment segment) {
        if (segments.isEmpty()) {
            outer.add(TradacomsError.SEGMENT_OUTSIDE_MESSAGE, segment.place(), null, null);
            return;
        }
        segments.add(segment);
        count(TradacomsError.SEGMENT_COUNT_WRONG, segment, segments.size(), report);
        hand();
    }

    private void finish(Position place, TradacomsError code) {
        if (!segments.isEmpty()) {
            report.add(code, place.line() == 0 ? segments.getLast().place() : place, segments.getFirst().value(2), null);
            hand();
        }
    }

    private void hand() {
        TradacomsSegment head = segments.getFirst();
        TradacomsMessage message = new TradacomsMessage(
                head.value(1), head.value(2), head.value(2, 2), List.copyOf(segments), start, scanner.offset(), report);
        segments = new ArrayList<>();
        MessageTable.check(message);
        report = outer;
        if (all++ >= limits.interchangeMessages()) {
            outer.add(TradacomsError.TOO_MANY_MESSAGES, head.place(), null, Integer.toString(limits.interchangeMessages()));
            stopped = true;
            return;
        }
        handler.message(header == null ? NO_HEADER : header, message);
    }
}
