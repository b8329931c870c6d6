package io.tradelane.mappings.syntax.idoc;

import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.idoc.SegmentLayout.Field;
import io.tradelane.mappings.syntax.xml.XmlWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes IDocs. What a field cannot hold was refused when it was set. */
public final class IdocWriter {
    private static final String LINE_END = "\r\n";

    private IdocWriter() {}

    /** A new control record, to be filled in. */
    public static IdocSegment control() {
        IdocSegment control = new IdocSegment(ControlLayout.TYPE, Position.NONE, ControlLayout.TYPE);
        return control.set("TABNAM", ControlLayout.TYPE);
    }

    /** What the segments of the first level are put below. */
    public static IdocSegment root() {
        return new IdocSegment(Structure.ROOT, Position.NONE, Structure.ROOT);
    }

    /** One to be written, its segments in the order of the basic type. */
    public record Output(IdocSegment control, List<IdocSegment> segments) {

        /** @param root the segments of the first level stand below it, in any order */
        public static Output of(IdocSegment control, IdocSegment root) {
            Structure structure = Structure.of(Structure.family(control.value("IDOCTYP"), control.value("MESTYP")));
            return new Output(control, sorted(root, structure).children());
        }
    }

    /** A copy with what is below it in its order. */
    private static IdocSegment sorted(IdocSegment segment, @Nullable Structure structure) {
        List<IdocSegment> below = new ArrayList<>(segment.children());
        below.sort(Comparator.comparingInt(child -> {
            Structure.Node node = structure == null ? null : structure.node(child.name());
            return node == null ? Integer.MAX_VALUE : node.order();
        }));
        return segment.with(below.stream().map(child -> sorted(child, structure)).toList());
    }

    /** Records in lines, each blank padded to its full length but for the blanks at its end. */
    public static byte[] flat(List<Output> idocs, Charset charset) {
        StringBuilder text = new StringBuilder();
        for (Output idoc : idocs) {
            int start = text.length();
            fields(text, idoc.control(), ControlLayout.EDI_DC40);
            pad(text, start + ControlLayout.CONTROL);
            text.append(LINE_END);
            int[] number = {0};
            for (IdocSegment segment : idoc.segments()) {
                boolean first = segment.name().equals(idoc.segments().getFirst().name());
                record(text, idoc.control(), segment, 0, first ? 1 : 2, number, charset.newEncoder());
            }
        }
        return text.toString().getBytes(charset);
    }

    private static void record(
            StringBuilder text, IdocSegment control, IdocSegment segment, int parent, int level, int[] number, CharsetEncoder encoder) {
        SegmentLayout layout = SegmentLayout.find(segment.name());
        if (layout == null) {
            throw new IllegalArgumentException("no layout of " + segment.name());
        }
        int own = ++number[0];
        int start = text.length();
        text.append(layout.definition());
        pad(text, start + 30);
        text.append(control.value("MANDT"));
        pad(text, start + 33);
        text.append(control.value("DOCNUM"));
        pad(text, start + 49);
        digits(text, own, 6);
        digits(text, parent, 6);
        digits(text, level, 2);
        fields(text, segment, layout);
        for (String name : segment.fields()) {
            if (!encoder.canEncode(segment.value(name))) {
                throw new IdocUnwritable(segment.name(), name, segment.value(name), encoder.charset().name());
            }
        }
        text.append(LINE_END);
        for (IdocSegment child : segment.children()) {
            record(text, control, child, own, level + 1, number, encoder);
        }
    }

    private static void fields(StringBuilder text, IdocSegment segment, SegmentLayout layout) {
        int start = text.length();
        for (Field field : layout.fields()) {
            if (segment.has(field.name())) {
                pad(text, start + field.offset());
                text.append(segment.value(field.name()));
            }
        }
    }

    private static void pad(StringBuilder text, int length) {
        while (text.length() < length) {
            text.append(' ');
        }
    }

    private static void digits(StringBuilder text, int number, int length) {
        String digits = Integer.toString(number);
        text.repeat('0', Math.max(0, length - digits.length())).append(digits);
    }

    /** @param root the name of the root element, which is that of the basic type */
    public static byte[] xml(List<Output> idocs, String root) {
        XmlWriter out = new XmlWriter(true);
        out.start(root);
        for (Output idoc : idocs) {
            out.start("IDOC");
            out.attribute("BEGIN", "1");
            element(out, idoc.control(), ControlLayout.EDI_DC40);
            for (IdocSegment segment : idoc.segments()) {
                segment(out, segment);
            }
            out.end("IDOC");
        }
        out.end(root);
        return out.finish();
    }

    private static void segment(XmlWriter out, IdocSegment segment) {
        SegmentLayout layout = SegmentLayout.find(segment.name());
        if (layout == null) {
            throw new IllegalArgumentException("no layout of " + segment.name());
        }
        element(out, segment, layout);
    }

    /** Fields first, in the order of the layout, then what is below. */
    private static void element(XmlWriter out, IdocSegment segment, SegmentLayout layout) {
        out.start(segment.name());
        out.attribute("SEGMENT", "1");
        for (Field field : layout.fields()) {
            if (segment.has(field.name())) {
                out.start(field.name());
                if (!out.text(segment.value(field.name()))) {
                    throw new IdocUnwritable(segment.name(), field.name(), segment.value(field.name()), StandardCharsets.UTF_8.name());
                }
                out.end(field.name());
            }
        }
        for (IdocSegment child : segment.children()) {
            segment(out, child);
        }
        out.end(segment.name());
    }
}
