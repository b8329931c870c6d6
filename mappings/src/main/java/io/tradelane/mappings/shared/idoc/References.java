package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.Reference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents before: E1EDK02 of the header with POSNR, E1EDP02 of a line with ZEILE. */
public final class References {
    public static final String ORDER = "001";
    public static final String SUPPLIER_ORDER = "002";
    public static final String INVOICE = "009";
    public static final String DELIVERY = "012";
    private static final Map<String, Kind> KINDS = Map.of(
            ORDER, Kind.ORDER, SUPPLIER_ORDER, Kind.SUPPLIER_ORDER, "003", Kind.REQUEST_FOR_QUOTATION, "004", Kind.QUOTATION, "005", Kind.CONTRACT,
            INVOICE, Kind.INVOICE, DELIVERY, Kind.DELIVERY_NOTE, "016", Kind.DESPATCH_ADVICE);

    private References() {}

    /** Those of the kinds that are known, without this one. */
    public static List<Reference> read(List<IdocSegment> segments, String type, @Nullable String without) {
        List<Reference> references = new ArrayList<>();
        for (IdocSegment segment : segments) {
            String number = segment.key("BELNR");
            Kind kind = segment.name().equals(type) && !segment.value("QUALF").equals(without) ? KINDS.get(segment.value("QUALF")) : null;
            if (kind != null && number != null) {
                references.add(new Reference(kind, number, line(segment), segment.date("DATUM")));
            }
        }
        return List.copyOf(references);
    }

    /** Number of the one with this qualifier. */
    public static @Nullable String number(@Nullable IdocSegment reference) {
        return reference == null ? null : reference.key("BELNR");
    }

    public static @Nullable String line(@Nullable IdocSegment reference) {
        if (reference == null) {
            return null;
        }
        String line = reference.text(field(reference));
        return line == null || line.equals("000000") ? null : Items.position(line);
    }

    private static String field(IdocSegment reference) {
        return reference.name().equals("E1EDP02") ? "ZEILE" : "POSNR";
    }

    /** Kinds that IDocs have no qualifier for are left out. */
    public static void write(List<Reference> references, IdocSegment above, String type) {
        for (Reference reference : references) {
            KINDS.entrySet().stream().filter(entry -> entry.getValue() == reference.kind()).findFirst().ifPresent(entry ->
                    write(entry.getKey(), reference.number(), reference.lineNumber(), above, type).set("DATUM", reference.date()));
        }
    }

    public static IdocSegment write(String qualifier, String number, @Nullable String line, IdocSegment above, String type) {
        IdocSegment segment = above.append(type).set("QUALF", qualifier).set("BELNR", number);
        return segment.set(field(segment), Items.padded(line));
    }

    public static void writeIf(String qualifier, @Nullable String number, @Nullable String line, IdocSegment above, String type) {
        if (number != null) {
            write(qualifier, number, line, above, type);
        }
    }
}
