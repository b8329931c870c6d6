package io.tradelane.trading.order;

import java.util.List;
import java.util.Set;

/**
 * Units of measure an order may use: UN/ECE Recommendation 20, with the older codes of UN/EDIFACT 6411 that partners
 * still send.
 */
final class Units {
    private static final Set<String> KNOWN = Set.copyOf(List.of((
            // pieces
            "C62 H87 EA PCE PCS NMP NPR PR PA SET ST DZN DZ GRO MIL NAR ASM KT "
            // mass
            + "KGM GRM MGM TNE LTN STN LBR ONZ DTN HGM CGM "
            // length
            + "MTR CMT MMT KMT DMT INH FOT YRD LM "
            // area and volume
            + "MTK CMK MMK INK FTK HAR MTQ CMQ DMQ LTR MLT CLT DLT HLT GLL GLI PTI INQ FTQ "
            // time, energy, information
            + "HUR MIN SEC DAY WEE MON ANN KWH MWH WTT KWT JOU KJO AMP VLT "
            // packages counted as units
            + "BX XBX CT XCT CS XCS BG XBG BO XBO CA XCA PK XPK PX XPX RO XRO RL DR XDR CR XCR PAL TU XTU BE ZZ "
            // rates
            + "P1 PF E48 E49 LS").split(" ")));

    private Units() {}

    static boolean known(String unit) {
        return KNOWN.contains(unit);
    }
}
