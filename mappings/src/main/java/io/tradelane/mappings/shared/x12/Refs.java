package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Reference.Kind;
import io.tradelane.trading.document.Reference;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** REF, N9 and L11 segments, declared as rows {@code references} with kind (128), number and text. */
public final class Refs {
    private static final Map<Kind, String> CODES = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.ORDER, "PO"), Map.entry(Kind.SUPPLIER_ORDER, "VN"), Map.entry(Kind.CONTRACT, "CT"),
            Map.entry(Kind.DESPATCH_ADVICE, "SI"), Map.entry(Kind.DELIVERY_NOTE, "PK"), Map.entry(Kind.INVOICE, "IV"),
            Map.entry(Kind.PRICE_LIST, "PI"), Map.entry(Kind.PAYMENT, "TN"), Map.entry(Kind.QUOTATION, "Q1"),
            Map.entry(Kind.REQUEST_FOR_QUOTATION, "RQ"), Map.entry(Kind.TRANSPORT_INSTRUCTION, "LO"), Map.entry(Kind.RECEIPT, "RV"),
            Map.entry(Kind.PROJECT, "JB"), Map.entry(Kind.CONSIGNMENT, "CN"), Map.entry(Kind.OTHER, "ZZ")));
    private static final Map<String, Kind> KINDS = new HashMap<>(Map.of(
            "BM", Kind.CONSIGNMENT, "DJ", Kind.DELIVERY_NOTE, "IK", Kind.INVOICE, "PR", Kind.QUOTATION, "OQ", Kind.ORDER));

    static {
        CODES.forEach((kind, code) -> KINDS.put(code, kind));
    }

    private Refs() {}

    public static List<Reference> read(Row owner) {
        Row first = owner.first("references");
        if (first == null) {
            return List.of();
        }
        if (first.next() == null) {
            Reference only = reference(first);
            return only == null ? List.of() : List.of(only);
        }
        List<Reference> references = new ArrayList<>();
        for (Row row = first; row != null; row = row.next()) {
            Reference reference = reference(row);
            if (reference != null) {
                references.add(reference);
            }
        }
        return List.copyOf(references);
    }

    private static @Nullable Reference reference(Row row) {
        String number = row.text("number");
        String given = number == null ? row.text("text") : number;
        return given == null ? null : new Reference(KINDS.getOrDefault(String.valueOf(row.text("kind")), Kind.OTHER), given, null, null);
    }

    /** The first of one of these kinds (128), in the order of the kinds. */
    public static @Nullable String number(Row owner, String... kinds) {
        for (String kind : kinds) {
            for (Row row = owner.first("references"); row != null; row = row.next()) {
                if (kind.equals(row.text("kind")) && row.text("number") != null) {
                    return row.text("number");
                }
            }
        }
        return null;
    }

    public static void write(List<Reference> references, Row owner) {
        references.forEach(reference -> add(owner, CODES.getOrDefault(reference.kind(), "ZZ"), reference.number()));
    }

    /** Writes nothing for a {@code null} number. */
    public static void add(Row owner, String kind, @Nullable String number) {
        if (number != null) {
            owner.add("references").set("kind", kind).set("number", number);
        }
    }
}
