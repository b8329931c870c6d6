package io.tradelane.mappings.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Schematron rules belong to which claim: resources of the rule packs, in the release that is in force. */
final class RuleBook {
    private static final String PACK = "/external/schematron/";
    private static final String PEPPOL = PACK + "openpeppol/2026.5/xslt/";
    /** The last release with rules that a later one withdrew; test sets still name them. */
    private static final String PEPPOL_BEFORE = PACK + "openpeppol/2025.5/xslt/";
    private static final String EN_UBL = PACK + "1.3.16/ubl/EN16931-UBL-validation.xslt";
    private static final String EN_CII = PACK + "1.3.16/cii/EN16931-CII-validation.xslt";
    private static final String FACTUR_X = PACK + "2.4/FACTUR-X_";

    private static final List<String> BILLING_UBL = List.of(PEPPOL + "CEN-EN16931-UBL.xslt", PEPPOL + "PEPPOL-EN16931-UBL.xslt");
    /** Peppol publishes its rules for CII no more; this is their last release. */
    private static final List<String> BILLING_CII = List.of(EN_CII, PACK + "openpeppol/3.15.0/xslt/PEPPOL-EN16931-CII.xslt");

    /** The transactions of Peppol's post-award documents by what follows {@code urn:fdc:peppol.eu:poacc:trns:}. */
    private static final Map<String, String> TRANSACTIONS = Map.ofEntries(
            Map.entry("order", "T01"), Map.entry("despatch_advice", "T16"), Map.entry("catalogue", "T19"),
            Map.entry("catalogue_response", "T58"), Map.entry("mlr", "T71"), Map.entry("order_response", "T76"),
            Map.entry("punch_out", "T77"), Map.entry("order_agreement", "T110"), Map.entry("invoice_response", "T111"),
            Map.entry("order_change", "T114"), Map.entry("order_cancellation", "T115"),
            Map.entry("order_response_advanced", "T116"));
    private static final Pattern TRANSACTION = Pattern.compile("urn:fdc:peppol\\.eu:poacc:trns:([a-z_]+):3");
    private static final Pattern PINT = Pattern.compile("urn:peppol:pint:(self)?billing-1(?:@([a-z]+)-1)?");
    private static final Map<String, String> PINT_PLACES = Map.of(
            "aunz", "pint-aunz/1.1.2/xslt/%sbilling/", "my", "pint-my/1.3.0/xslt/%sbilling/", "ae", "pint-ae/2026.5/%sbilling/",
            "om", "pint-om/1.0.0/%sbilling/", "eu", "pint-eu/1.0.1/xslt/", "jp", "pint-jp/1.1.2/xslt/", "sg", "pint-sg/1.4.0/xslt/");
    private static final Pattern FACTUR_X_PROFILE = Pattern.compile("urn:(?:factur-x\\.eu:1p0|zugferd\\.de:2p[01]):(minimum|basicwl|basic|extended)");
    /** The last correction of each version of XRechnung before the one in force. */
    private static final Map<String, String> XRECHNUNG_BEFORE =
            Map.of("1.2", "1.2.2", "2.0", "2.0.1", "2.1", "2.1.1", "2.2", "2.2.0", "2.3", "2.3.1");
    private static final Pattern XRECHNUNG = Pattern.compile("xrechnung_(\\d\\.\\d)");
    private static final Pattern TEST_SET = Pattern.compile("peppolbis-(?:en16931-base-3\\.0-(ubl|cii)|t(\\d+)-base-3\\.0)");

    private RuleBook() {}

    /** Empty when the document claims no profile whose rules are known. */
    static List<String> of(Claim claim) {
        String profile = claim.customization();
        boolean invoice = claim.root().equals("Invoice") || claim.root().equals("CreditNote");
        if (claim.root().equals("CrossIndustryInvoice")) {
            return crossIndustry(profile);
        }
        if (profile.startsWith("urn:cen.eu:en16931:2017") && invoice) {
            return european(profile, claim.root());
        }
        if (profile.startsWith("urn:peppol:edec:mls:1")) {
            return List.of(PACK + "mls/1.0.0/xslt/peppol-mls-1.0.0.xslt");
        }
        Matcher transaction = TRANSACTION.matcher(profile);
        if (transaction.find()) {
            String number = TRANSACTIONS.get(transaction.group(1));
            return number == null ? List.of() : List.of(PEPPOL + "PEPPOLBIS-" + number + ".xslt");
        }
        Matcher pint = PINT.matcher(profile);
        return pint.lookingAt() && invoice ? pint(pint) : List.of();
    }

    /** Whether these are the rules of the European core, below those of any profile. */
    static boolean isCore(String book) {
        return book.equals(EN_UBL) || book.equals(EN_CII);
    }

    private static List<String> european(String profile, String root) {
        if (profile.contains("urn:fdc:peppol.eu:2017:poacc:billing:3")) {
            return BILLING_UBL;
        }
        if (profile.contains("urn:fdc:peppol.eu:2017:poacc:selfbilling:3")) {
            return List.of(PEPPOL + "CEN-EN16931-UBL.xslt", PEPPOL + "PEPPOL-EN16931-UBL-SB.xslt");
        }
        return profile.contains("xrechnung") ? List.of(EN_UBL, PACK + xrechnung(profile, "UBL", root)) : List.of(EN_UBL);
    }

    /** Its own rules as they were for the version that the document names; until 2.2 there was a file for each kind of document. */
    private static String xrechnung(String profile, String syntax, String root) {
        Matcher named = XRECHNUNG.matcher(profile);
        String version = XRECHNUNG_BEFORE.getOrDefault(named.find() ? named.group(1) : "", "3.0.2");
        boolean divided = syntax.equals("UBL") && version.compareTo("2.3") < 0;
        return version + "/XRechnung-" + syntax + "-validation" + (divided ? "-" + root : "") + ".xslt";
    }

    private static List<String> crossIndustry(String profile) {
        Matcher facturX = FACTUR_X_PROFILE.matcher(profile);
        if (facturX.find()) {
            String name = facturX.group(1).equals("basicwl") ? "BASIC-WL" : facturX.group(1).toUpperCase(java.util.Locale.ROOT);
            return List.of(FACTUR_X + name + ".xslt");
        }
        if (!profile.startsWith("urn:cen.eu:en16931:2017")) {
            return List.of();
        }
        if (profile.contains("urn:fdc:peppol.eu:2017:poacc:billing:3")) {
            return BILLING_CII;
        }
        return profile.contains("xrechnung") ? List.of(EN_CII, PACK + xrechnung(profile, "CII", "CrossIndustryInvoice")) : List.of(EN_CII);
    }

    private static List<String> pint(Matcher pint) {
        String self = pint.group(1) == null ? "" : "self";
        String place = pint.group(2) == null ? null : PINT_PLACES.get(pint.group(2));
        if (place == null) {
            return List.of(PACK + "pint/1.1.2/xslt/PINT-UBL-validation-preprocessed.xslt");
        }
        String folder = PACK + place.replace("%s", self);
        return List.of(folder + "PINT-UBL-validation-preprocessed.xslt", folder + "PINT-jurisdiction-aligned-rules.xslt");
    }

    /**
     * For a configuration of a test set, {@code peppolbis-t01-base-3.0}: the rules now, and those before; {@code tc434-ubl} is that of the
     * European core.
     */
    static Optional<List<List<String>>> ofTestSet(String configuration) {
        if (configuration.equals("tc434-ubl") || configuration.equals("tc434-cii")) {
            return Optional.of(List.of(List.of(configuration.endsWith("ubl") ? EN_UBL : EN_CII)));
        }
        Matcher set = TEST_SET.matcher(configuration);
        if (!set.matches()) {
            return Optional.empty();
        }
        if (set.group(1) != null) {
            return Optional.of(List.of(set.group(1).equals("ubl") ? BILLING_UBL : BILLING_CII));
        }
        String file = "PEPPOLBIS-T" + set.group(2) + ".xslt";
        return RuleBook.class.getResource(PEPPOL + file) == null
                ? Optional.empty()
                : Optional.of(List.of(List.of(PEPPOL + file), List.of(PEPPOL_BEFORE + file)));
    }
}
