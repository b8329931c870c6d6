package io.tradelane.mappings.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units of BMEcat 2005 and openTRANS 2.1 (dtPUNIT): UN/ECE Recommendation 20 as it was then, with packages of Recommendation 21. */
public final class BmecatUnits {
    /** What later revisions, and partners, call otherwise. */
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("H87", "C62"), Map.entry("PCE", "C62"), Map.entry("PCS", "C62"), Map.entry("BOX", "BX"), Map.entry("XPP", "C62"), Map.entry("XBG", "BG"),
            Map.entry("XBO", "BO"), Map.entry("XBX", "BX"), Map.entry("XCA", "CA"), Map.entry("XCS", "CS"), Map.entry("XCT", "CT"),
            Map.entry("XPK", "PK"), Map.entry("XRO", "RO"), Map.entry("XST", "ST"));
    private static final Set<String> LISTED = listed();

    private BmecatUnits() {}

    private static Set<String> listed() {
        try (InputStream list = BmecatUnits.class.getResourceAsStream("bmecat-units.txt")) {
            return Set.of(new String(list.readAllBytes(), StandardCharsets.US_ASCII).trim().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isListed(@Nullable String code) {
        return code != null && LISTED.contains(code);
    }

    /**
     * The code of the list for a unit.
     *
     * @throws io.tradelane.mappings.cartridge.UnwritableException if the list has none
     */
    public static String written(String unit) {
        String code = SYNONYMS.getOrDefault(unit, unit);
        if (!isListed(code)) {
            throw XmlRefusals.value("ORDER_UNIT", unit, "UN/ECE Recommendation 20: C62, KGM, MTR");
        }
        return code;
    }
}
