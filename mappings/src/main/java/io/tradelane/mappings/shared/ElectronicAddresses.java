package io.tradelane.mappings.shared;

import io.tradelane.trading.document.Party.Identifier;
import io.tradelane.trading.document.Party.Scheme;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Schemes of identifiers: the codes of ISO 6523 and of the list of electronic address schemes (EAS) of EN 16931. */
public final class ElectronicAddresses {
    private static final Map<String, Scheme> SCHEMES = Map.of(
            "0088", Scheme.GLN, "0060", Scheme.DUNS, "0062", Scheme.DUNS, "0199", Scheme.LEI,
            "GLN", Scheme.GLN, "DUNS", Scheme.DUNS, "LEI", Scheme.LEI);

    /** VAT numbers by the country that stands before them. */
    private static final Map<String, String> VAT = new TreeMap<>(Map.ofEntries(
            Map.entry("HU", "9910"), Map.entry("AT", "9914"), Map.entry("ES", "9920"), Map.entry("AD", "9922"), Map.entry("AL", "9923"),
            Map.entry("BA", "9924"), Map.entry("BE", "9925"), Map.entry("BG", "9926"), Map.entry("CH", "9927"), Map.entry("CY", "9928"),
            Map.entry("CZ", "9929"), Map.entry("DE", "9930"), Map.entry("EE", "9931"), Map.entry("GB", "9932"), Map.entry("EL", "9933"),
            Map.entry("HR", "9934"), Map.entry("IE", "9935"), Map.entry("LI", "9936"), Map.entry("LT", "9937"), Map.entry("LU", "9938"),
            Map.entry("LV", "9939"), Map.entry("MC", "9940"), Map.entry("ME", "9941"), Map.entry("MK", "9942"), Map.entry("MT", "9943"),
            Map.entry("NL", "9944"), Map.entry("PL", "9945"), Map.entry("PT", "9946"), Map.entry("RO", "9947"), Map.entry("RS", "9948"),
            Map.entry("SI", "9949"), Map.entry("SK", "9950"), Map.entry("SM", "9951"), Map.entry("TR", "9952"), Map.entry("VA", "9953"),
            Map.entry("FR", "9957"), Map.entry("IT", "0211")));

    private ElectronicAddresses() {}

    /** @param otherwise who issued it when no scheme is given */
    public static Identifier read(String value, @Nullable String code, Scheme otherwise) {
        if (code == null || code.isBlank()) {
            return new Identifier(otherwise, value);
        }
        Scheme scheme = SCHEMES.get(code);
        if (scheme != null) {
            return new Identifier(scheme, value);
        }
        return VAT.containsValue(code) || code.equals("9906") ? new Identifier(Scheme.VAT, value) : new Identifier(Scheme.OTHER, value, code);
    }

    /** {@code null} when the lists have none for it. */
    public static @Nullable String code(Identifier identifier) {
        return switch (identifier.scheme()) {
            case GLN -> "0088";
            case DUNS -> "0060";
            case LEI -> "0199";
            case VAT -> identifier.value().length() < 2 ? null : VAT.get(identifier.value().substring(0, 2));
            case OTHER, REGISTRATION -> isCode(identifier.issuer()) ? identifier.issuer() : null;
            case SUPPLIER_ASSIGNED, BUYER_ASSIGNED, BIC -> null;
        };
    }

    /** As data element 0007 has it, by which partners are known: 14 for GS1, 1 for DUNS; else the scheme itself. */
    public static @Nullable String qualifier(@Nullable String code) {
        return "0088".equals(code) ? "14" : "0060".equals(code) ? "1" : code;
    }

    private static boolean isCode(@Nullable String issuer) {
        return issuer != null && issuer.matches("\\d{4}");
    }
}
