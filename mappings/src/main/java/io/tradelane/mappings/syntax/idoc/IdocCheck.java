package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.idoc.SegmentLayout.Field;
import io.tradelane.mappings.syntax.idoc.Structure.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Control record, structure and fields of one IDoc. Segments and fields of customers are passed over. */
final class IdocCheck {
    private static final String[] SIDES = {"SND", "RCV"};

    private final Idoc idoc;
    private final IdocReport report;
    private final @Nullable Structure structure;

    private IdocCheck(Idoc idoc) {
        this.idoc = idoc;
        this.report = idoc.report();
        this.structure = Structure.of(idoc.family());
    }

    static void check(Idoc idoc) {
        IdocCheck check = new IdocCheck(idoc);
        check.control();
        check.structure(Structure.ROOT, null, idoc.segments());
        idoc.segments().forEach(check::segment);
    }

    private void control() {
        IdocSegment control = idoc.control();
        if (!control.fields().iterator().hasNext()) {
            report.add(IdocError.CONTROL_RECORD_MISSING, control, null, null, null);
            return;
        }
        if (!control.has("MESTYP") && !control.has("IDOCTYP")) {
            report.add(IdocError.CONTROL_FIELD_MISSING, control, "MESTYP", null, "ORDERS, INVOIC, DESADV");
        } else if (!control.has("MESTYP") || !control.has("IDOCTYP")) {
            report.add(IdocError.CONTROL_FIELD_EMPTY, control, control.has("MESTYP") ? "IDOCTYP" : "MESTYP", null, null);
        }
        if (!control.has("DOCNUM")) {
            report.add(IdocError.CONTROL_FIELD_EMPTY, control, "DOCNUM", null, null);
        }
        for (String side : SIDES) {
            if (!control.has(side + "PRN") && !control.has(side + "LAD")) {
                report.add(IdocError.CONTROL_FIELD_EMPTY, control, side + "PRN", null, null);
            }
        }
        String basic = Structure.family(idoc.basicType(), "");
        String told = Structure.family("", idoc.messageType());
        if (basic != null && told != null && !basic.equals(told)) {
            report.add(IdocError.CONTROL_INCOHERENT, control, "MESTYP", idoc.messageType(), basic);
        }
        fields(control, ControlLayout.EDI_DC40);
        if (idoc.segments().isEmpty()) {
            report.add(IdocError.DATA_MISSING, control, null, null, null);
        }
    }

    private void structure(String parent, @Nullable IdocSegment above, List<IdocSegment> below) {
        if (structure == null || above != null && structure.node(parent) == null || below.isEmpty() && above == null) {
            return;
        }
        Map<String, Integer> seen = new HashMap<>();
        Node last = null;
        for (IdocSegment segment : below) {
            Node node = structure.node(segment.name());
            if (node == null) {
                if (segment.name().startsWith("E1")) {
                    report.add(IdocError.SEGMENT_UNKNOWN, segment, null, null, null);
                }
                continue;
            }
            if (!node.parent().equals(parent)) {
                if (idoc.flat()) {
                    continue;
                }
                report.add(IdocError.SEGMENT_MISPLACED, segment, null, parent, node.parent());
                continue;
            }
            if (seen.merge(segment.name(), 1, Integer::sum) == 2 && !node.repeated()) {
                report.add(IdocError.SEGMENT_REPEATED_TOO_OFTEN, segment, null, null, null);
            }
            if (last != null && node.order() < last.order()) {
                report.add(IdocError.SEGMENT_OUT_OF_ORDER, segment, null, last.type(), null);
            } else {
                last = node;
            }
        }
        for (Node node : structure.below(parent)) {
            if (node.mandatory() && !seen.containsKey(node.type())) {
                report.add(IdocError.SEGMENT_MISSING, above == null ? idoc.control() : above, null, null, node.type());
            }
        }
    }

    private void segment(IdocSegment segment) {
        SegmentLayout layout = SegmentLayout.find(segment.name());
        if (layout != null) {
            fields(segment, layout);
        }
        structure(segment.name(), segment, segment.children());
        for (IdocSegment child : segment.children()) {
            segment(child);
        }
    }

    private void fields(IdocSegment segment, SegmentLayout layout) {
        for (String name : segment.fields()) {
            String value = segment.value(name);
            Field field = layout.field(name);
            for (int i = 0; i < value.length(); i++) {
                if (value.charAt(i) < ' ' && value.charAt(i) != '\t' && value.charAt(i) != '\n') {
                    report.add(IdocError.CHARACTER_INVALID, segment, name, value, null);
                    break;
                }
            }
            if (field == null) {
                if (!layout.open() && !name.startsWith("Z") && !name.startsWith("YY") && name.indexOf('-') < 0) {
                    report.add(IdocError.FIELD_UNKNOWN, segment, name, value, null);
                }
            } else {
                field(segment, field, value);
            }
        }
    }

    private void field(IdocSegment segment, Field field, String value) {
        switch (field.kind()) {
            case 'n' -> {
                if (IdocValues.number(value) == null) {
                    report.add(IdocError.NUMBER_INVALID, segment, field.name(), value, null);
                }
            }
            case 'd' -> {
                if (!IdocValues.empty(value) && IdocValues.date(value) == null) {
                    add(IdocError.DATE_INVALID, segment, field, value, "YYYYMMDD");
                }
            }
            case 't' -> {
                if (IdocValues.time(value) == null) {
                    add(IdocError.TIME_INVALID, segment, field, value, "HHMMSS");
                }
            }
            default -> {
                if (value.length() > field.length() && IdocValues.key(value).length() > field.length()) {
                    report.add(IdocError.FIELD_TOO_LONG, segment, field.name(), value, Integer.toString(field.length()));
                }
            }
        }
    }

    /** When an IDoc was made is for information: SAP passes over it. */
    private void add(IdocError code, IdocSegment segment, Field field, String value, String expected) {
        if (segment == idoc.control()) {
            report.warn(code, segment, field.name(), value, expected);
        } else {
            report.add(code, segment, field.name(), value, expected);
        }
    }
}
