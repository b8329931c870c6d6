package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.idoc.RecordScanner.Record;
import io.tradelane.mappings.syntax.idoc.SegmentLayout.Field;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Control and data records, one IDoc after the other, as SAP's file port writes them. */
final class FlatReader {
    private static final int FEWEST = 10;

    private final RecordScanner records;
    private final Limits limits;
    private final LocalDate received;
    private final Consumer<Idoc> idocs;
    private final IdocReport service;
    private @Nullable Open open;
    private int count;
    private boolean outside;

    /** The IDoc that is being read. @param head characters before the data of a record */
    private record Open(IdocSegment control, IdocTree tree, IdocReport report, long start, int head) {}

    FlatReader(InputStream bytes, Limits limits, LocalDate received, Consumer<Idoc> idocs) throws IOException {
        this.records = new RecordScanner(bytes);
        this.limits = limits;
        this.received = received;
        this.idocs = idocs;
        this.service = new IdocReport(limits.messageFindings(), received);
    }

    /** @return what is wrong with the input as a whole */
    List<Finding> read() throws IOException {
        int segments = 0;
        Record record = records.next();
        while (record != null) {
            if (records.offset() > limits.interchangeBytes()) {
                service.add(IdocError.INPUT_TOO_LARGE, place(record, null, 0), null, Long.toString(limits.interchangeBytes()));
                return service.findings();
            }
            if (record.text().startsWith("EDI_DC")) {
                close(record.start());
                segments = 0;
                if (count >= limits.interchangeMessages()) {
                    service.add(IdocError.TOO_MANY_IDOCS, place(record, null, 0), null, Integer.toString(limits.interchangeMessages()));
                    return service.findings();
                }
                control(record);
            } else if (!record.text().isBlank()) {
                if (++segments > IdocReader.mostSegments(limits)) {
                    service.add(IdocError.TOO_MANY_SEGMENTS, place(record, null, 0), null, Integer.toString(IdocReader.mostSegments(limits)));
                    return service.findings();
                }
                data(record, segments);
            }
            record = records.next();
        }
        close(records.offset());
        if (count == 0 && !service.hasErrors()) {
            service.add(IdocError.NOT_AN_IDOC, new Position(1, 1, 0, null, 0, 0, 0), null, null);
        }
        return service.findings();
    }

    private void close(long end) {
        if (open == null) {
            return;
        }
        Idoc idoc = new Idoc(open.control(), open.tree().roots(), true, open.start(), end, open.report());
        open = null;
        count++;
        IdocCheck.check(idoc);
        idocs.accept(idoc);
    }

    private static Position place(Record record, @Nullable String segment, int number) {
        return new Position(record.line(), 1, record.start(), segment, number, 0, 0);
    }

    private void control(Record record) {
        boolean old = !record.text().startsWith("EDI_DC40");
        IdocSegment control = new IdocSegment(ControlLayout.TYPE, place(record, ControlLayout.TYPE, 0), ControlLayout.TYPE);
        IdocReport report = new IdocReport(limits.messageFindings(), received);
        fill(control, old ? ControlLayout.EDI_DC : ControlLayout.EDI_DC40, record.text(), 0, record.line());
        if (!record.whole()) {
            report.add(IdocError.RECORD_TOO_LONG, control, null, null, Integer.toString(ControlLayout.CONTROL));
        }
        Structure structure = Structure.of(Structure.family(control.value("IDOCTYP"), control.value("MESTYP")));
        open = new Open(control, new IdocTree(structure, report), report, record.start(), old ? ControlLayout.OLD_HEAD : ControlLayout.HEAD);
    }

    private void data(Record record, int number) {
        Open idoc = open;
        String text = record.text();
        if (idoc == null) {
            if (!outside) {
                outside = true;
                String name = text.substring(0, Math.min(30, text.length())).strip();
                service.add(IdocError.RECORD_OUTSIDE_IDOC, place(record, name, 0), name, null);
            }
            return;
        }
        boolean old = idoc.head() == ControlLayout.OLD_HEAD;
        String told = part(text, 0, old ? 10 : 30).strip();
        String type = SegmentLayout.typeOf(told);
        IdocSegment segment = new IdocSegment(type, place(record, type, number), type);
        if (!named(told)) {
            idoc.report().add(IdocError.SEGMENT_NAME_INVALID, segment, null, told, null);
            return;
        }
        if (text.length() < FEWEST && !told.equals(text.strip())) {
            idoc.report().add(IdocError.RECORD_CUT_OFF, segment, null, Integer.toString(text.length()), Integer.toString(idoc.head()));
        }
        if (!record.whole() || text.length() > RecordScanner.LONGEST / 2) {
            idoc.report().add(IdocError.RECORD_TOO_LONG, segment, null, null, Integer.toString(ControlLayout.HEAD + ControlLayout.DATA));
        }
        int at = old ? 13 : 33;
        String owner = part(text, at, at + 16).strip();
        if (!owner.isEmpty() && idoc.control().has("DOCNUM") && !IdocValues.key(owner).equals(idoc.control().key("DOCNUM"))) {
            idoc.report().add(IdocError.RECORD_OF_OTHER_IDOC, segment, null, owner, idoc.control().value("DOCNUM"));
        }
        SegmentLayout layout = SegmentLayout.find(type);
        if (layout != null) {
            fill(segment, layout, text, idoc.head(), record.line());
        } else {
            segment.put(IdocSegment.DATA, part(text, idoc.head(), text.length()), record.line(), idoc.head() + 1);
        }
        idoc.tree().add(segment, number(text, at + 16, 6), number(text, at + 22, 6), number(text, at + 28, 2));
    }

    private static boolean named(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '/' || c == '-')) {
                return false;
            }
        }
        return !name.isEmpty() && !Character.isDigit(name.charAt(0));
    }

    private static void fill(IdocSegment segment, SegmentLayout layout, String text, int head, int line) {
        for (Field field : layout.fields()) {
            int from = head + field.offset();
            if (from >= text.length()) {
                return;
            }
            segment.put(field.name(), part(text, from, from + field.length()), line, from + 1);
        }
    }

    private static String part(String text, int from, int to) {
        return from >= text.length() ? "" : text.substring(from, Math.min(to, text.length()));
    }

    /** 0 for blanks, -1 for what is no number. */
    private static int number(String text, int from, int length) {
        String digits = part(text, from, from + length).strip();
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
