package io.tradelane.mappings.syntax.x12.grammar;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The versions of X12 from 004010 to 008060; each is made when first asked for. */
public final class X12Directories {

    private static final NavigableSet<String> VERSIONS = new TreeSet<>(List.of(
            Dictionary.FIRST, "004020", "004030", "004040", "004050", "004060", "005010", "005020", "005030", "005040", "005050",
            "006010", "006020", "006030", "006040", "006050", "007010", "007020", "007030", "007040", "007050", "007060",
            "008010", "008020", "008030", "008040", "008050", "008060"));

    /** Read when first asked for: who has no X12 knows the versions only by name. */
    private static final class Holder {
        static final X12Directories STANDARD = new X12Directories();
    }

    private final Dictionary dictionary = Dictionary.read();
    private final Map<String, X12Directory> made = new ConcurrentHashMap<>();

    private X12Directories() {}

    public static X12Directories standard() {
        return Holder.STANDARD;
    }

    /** Every version that has a name here, oldest first. */
    public static NavigableSet<String> versions() {
        return VERSIONS;
    }

    /**
     * The version meant, or the nearest older one; of what is older than all, the oldest.
     *
     * @param stated GS08, whatever follows the version: 004010, 004010VICS, 005010X230
     */
    public X12Directory find(String stated) {
        X12Directory named = made.get(stated);
        if (named != null) {
            return named;
        }
        String floor = VERSIONS.floor(digits(stated));
        return made.computeIfAbsent(floor == null ? VERSIONS.first() : floor, version -> new X12Directory(version, dictionary));
    }

    /** Of a segment, composite (C001) or data element (353). */
    public Optional<String> chineseName(String id) {
        return dictionary.chineseName(id);
    }

    /** Whether dates of this version may have six digits. */
    public static boolean hasShortDates(String stated) {
        return digits(stated).compareTo(Dictionary.FIRST) < 0;
    }

    /** Six digits; some write 4010 or 00401. */
    private static String digits(String stated) {
        int end = 0;
        while (end < stated.length() && end < Dictionary.FIRST.length() && Character.isDigit(stated.charAt(end))) {
            end++;
        }
        String digits = stated.substring(0, end);
        return switch (digits.length()) {
            case 4 -> "00" + digits;
            case 5 -> digits + "0";
            case 6 -> digits;
            default -> Dictionary.FIRST;
        };
    }
}
