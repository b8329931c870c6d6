package io.tradelane.trading.partner;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.shared.CheckDigit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name that belongs to one organisation only.
 *
 * @param scheme {@link #GLN}, {@link #DUNS}, {@link #AS2}, {@link #BIC}, or {@code EDI:qualifier} for an interchange address
 */
public record PartyIdentifier(String scheme, String value) {
    public static final String GLN = "GLN";
    public static final String DUNS = "DUNS";
    /** AS2-From and AS2-To of RFC 4130. */
    public static final String AS2 = "AS2";
    /** ISO 9362. */
    public static final String BIC = "BIC";
    /** Standard Carrier Alpha Code; 02 is its qualifier in an ISA (X12 data element I05). */
    public static final String SCAC = "EDI:02";
    /** Who issues it, in X12 data element 66. */
    public static final String AGENCY_SCAC = "2";

    /** The name that a document gives a party; empty when it is one partner's own number for it, or is no GLN. */
    public static Optional<PartyIdentifier> of(Party.Identifier said) {
        String value = said.value().strip();
        return switch (said.scheme()) {
            case GLN -> CheckDigit.isGln(value) ? Optional.of(new PartyIdentifier(GLN, value)) : Optional.empty();
            case DUNS, BIC, VAT, LEI, REGISTRATION -> value.isEmpty() ? Optional.empty() : Optional.of(new PartyIdentifier(said.scheme().name(), value));
            case OTHER -> AGENCY_SCAC.equals(said.issuer()) ? Optional.of(new PartyIdentifier(SCAC, value)) : Optional.empty();
            case SUPPLIER_ASSIGNED, BUYER_ASSIGNED -> Optional.empty();
        };
    }

    /**
     * Who issues it, in UN/EDIFACT data element 3055: 9 GS1, 16 Dun and Bradstreet, 17 S.W.I.F.T., 5 ISO, 182 the carriers' code; null
     * where it depends on the country, or on whoever agreed upon it.
     */
    public @Nullable String agency() {
        return switch (scheme) {
            case GLN -> "9";
            case DUNS -> "16";
            case BIC -> "17";
            case IdentifierCheck.LEI -> "5";
            case SCAC -> "182";
            default -> null;
        };
    }

    /**
     * The address of an interchange: UN/EDIFACT S002/S003, identification and its qualifier (data element 0007); X12 ISA06/ISA08
     * with theirs (I05). 14, or 07 of X12, is a GLN, 1, or 01 of X12, a DUNS number, and so is what cXML calls by these words; any other qualifier, or none, is a scheme of its own.
     */
    public static PartyIdentifier ofInterchange(String id, @Nullable String qualifier) {
        String scheme = qualifier == null || qualifier.isBlank() ? "EDI" : switch (qualifier.strip()) {
            case "14", "07", GLN -> GLN;
            case "1", "01", DUNS -> DUNS;
            default -> "EDI:" + qualifier.strip();
        };
        return new PartyIdentifier(scheme, id.strip());
    }
}
