package io.tradelane.trading.document;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company or place named in a document.
 *
 * @param identifiers in the order of the document; may be empty when only a name was given
 */
public record Party(
        PartyRole role, List<Identifier> identifiers, @Nullable String name, @Nullable Address address, @Nullable String contact) {

    /**
     * @param scheme who issued the value
     * @param issuer of {@link Scheme#OTHER}, as the format names it: an ISO 6523 or EAS code such as 0192, a code of 3055
     */
    public record Identifier(Scheme scheme, String value, @Nullable String issuer) {

        public Identifier(Scheme scheme, String value) {
            this(scheme, value, null);
        }
    }

    /** Who issued an identifier; the code is UN/EDIFACT data element 3055 (responsible agency). */
    public enum Scheme {
        GLN("9"),
        DUNS("16"),
        SUPPLIER_ASSIGNED("91"),
        BUYER_ASSIGNED("92"),
        VAT("VAT"),
        /** In a register of companies. */
        REGISTRATION("XA"),
        /** ISO 9362, of a bank. */
        BIC("17"),
        /** ISO 17442. */
        LEI("LEI"),
        OTHER("ZZZ");

        private final String code;

        Scheme(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @param country ISO 3166-1 alpha-2 */
    public record Address(
            List<String> lines, @Nullable String city, @Nullable String postcode, @Nullable String region, @Nullable String country) {}

    public static Party ofGln(PartyRole role, String gln) {
        return new Party(role, List.of(new Identifier(Scheme.GLN, gln)), null, null, null);
    }

    public Optional<String> identifier(Scheme scheme) {
        return identifiers.stream().filter(id -> id.scheme() == scheme).map(Identifier::value).findFirst();
    }
}
