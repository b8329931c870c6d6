package io.tradelane.mappings.shared.idoc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SAP's own units (T006) and UN/ECE Recommendation 20 as far as they differ. SAP sends ISO codes, which are those of the
 * Recommendation; systems beside it often send SAP's own. What is in no table stays as it is.
 */
public final class Units {
    private static final String EACH = "EA";

    private static final class Read {
        static final Map<String, String> TO_REC20 = read("""
                ST PCE, STK PCE, PC PCE, PAK PK, PAL PF, KAR CT, CAR CT, KI CS, KAN CA, FL BO, BOT BO, DS CA, FAS BA, TRM DR, ROL RO, RLL RO,
                SAC SA, BT PK, PAA PR, PAR PR, TS MIL, HUN CEN, DTZ DZN, DZ DZN, GRO GRO, LE C62, G GRM, KG KGM, TO TNE, T TNE, MG MGM, LB LBR,
                OZ ONZ, TON STN, L LTR, ML MLT, HL HLT, GLL GLL, M MTR, CM CMT, MM MMT, KM KMT, DM DMT, FT FOT, YD YRD, M2 MTK, CM2 CMK, FT2 FTK,
                M3 MTQ, CCM CMQ, CDM DMQ, FT3 FTQ, H HUR, STD HUR, HR HUR, MIN MIN, S SEC, TAG DAY, WCH WEE, MON MON, JHR ANN, KWH KWH, MWH MWH""");

        private static Map<String, String> read(String table) {
            Map<String, String> codes = new HashMap<>();
            for (String pair : table.split(",\\s*")) {
                String[] both = pair.strip().split(" ");
                codes.put(both[0], both[1]);
            }
            return Map.copyOf(codes);
        }
    }

    private Units() {}

    /** What nobody named is counted by the piece. */
    public static String rec20(@Nullable String unit) {
        return unit == null ? EACH : Read.TO_REC20.getOrDefault(unit, unit);
    }
}
