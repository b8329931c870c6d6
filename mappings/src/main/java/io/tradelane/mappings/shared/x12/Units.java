package io.tradelane.mappings.shared.x12;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 data element 355 and UN/ECE Recommendation 20, as far as they differ; what is in no table stays as it is. */
public final class Units {
    private static final String EACH = "EA";
    private static final String TABLE = """
            PC PCE, UN C62, CA CS, CN CA, CS CQ, DZ DZN, GS GRO, TH MIL, HU CEN, ST SET, PR PR, RL RO, SH SHT, BO BO, BX BX, BG BG, CT CT, PK PK,
            LB LBR, OZ ONZ, KG KGM, GR GRM, ME MGM, TN STN, MP TNE, LT LTR, ML MLT, GA GLL, QT QTL, PT PTL, FO OZA, CR MTQ, CF FTQ, CI INQ, CY YDQ,
            MR MTR, CM CMT, MM MMT, KM KMT, IN INH, FT FOT, YD YRD, SM MTK, SF FTK, SI INK, SY YDK, DK KMT, DH SMI,
            HR HUR, DA DAY, WK WEE, MO MON, YR ANN, MJ MIN, KH KWH, K7 KWT, CE CEL, FA FAH, PL XPX""";
    private static final Map<String, String> TO_REC20 = new HashMap<>();
    private static final Map<String, String> TO_X12 = new HashMap<>();

    static {
        for (String pair : TABLE.split(",\\s*")) {
            String[] codes = pair.strip().split(" ");
            TO_REC20.put(codes[0], codes[1]);
            TO_X12.putIfAbsent(codes[1], codes[0]);
        }
        TO_X12.put("H87", "PC");
        TO_X12.put("NAR", "EA");
    }

    private Units() {}

    /** What nobody named is counted by the piece. */
    public static String rec20(@Nullable String x12) {
        return x12 == null || x12.isBlank() ? EACH : TO_REC20.getOrDefault(x12, x12);
    }

    public static String x12(String rec20) {
        return TO_X12.getOrDefault(rec20, rec20);
    }
}
