package io.tradelane.mappings.syntax.tradacoms;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which segments the messages of orders and invoices have. What stands in one group may come in any order within it. */
final class MessageTable {
    private static final Map<String, String> MESSAGES = Map.of(
            "ORDHDR", "TYP! | SDT! | CDT! | DNA | FIL! | FDT ACD",
            "ORDERS", "CLO! | ORD! | DIN DNA | OLD! DNB | OTR!",
            "ORDTLR", "OFT!",
            "INVFIL", "TYP! | SDT! | CDT! | DNA | FIL! | FDT ACD",
            "INVOIC", "CLO! | IRF! PYT DNA | ODD ILD! DNB CIA CLD | STL! | TLR!",
            "VATTLR", "VRS!",
            "INVTLR", "TOT!");

    private MessageTable() {}

    static boolean knows(String type) {
        return MESSAGES.containsKey(type);
    }

    static void check(TradacomsMessage message) {
        String known = MESSAGES.get(message.type());
        if (known == null) {
            return;
        }
        String[] groups = known.split(" \\| ");
        Set<String> seen = new HashSet<>();
        int at = 0;
        for (TradacomsSegment segment : message.segments()) {
            if (segment.tag().equals("MHD") || segment.tag().equals("MTR")) {
                continue;
            }
            int group = group(groups, segment.tag());
            if (group < 0) {
                message.report().add(TradacomsError.SEGMENT_UNEXPECTED, segment.place(), null, null);
            } else if (group < at) {
                message.report().add(TradacomsError.SEGMENT_OUT_OF_ORDER, segment.place(), null, known.replace("!", "").replace("| ", ""));
            } else {
                at = group;
            }
            seen.add(segment.tag());
        }
        for (String word : known.split(" ")) {
            if (word.endsWith("!") && !seen.contains(word.substring(0, 3))) {
                message.report().add(TradacomsError.SEGMENT_MISSING, message.segments().getLast().place(), null, word.substring(0, 3));
            }
        }
    }

    private static int group(String[] groups, String tag) {
        for (int i = 0; i < groups.length; i++) {
            if (List.of(groups[i].replace("!", "").split(" ")).contains(tag)) {
                return i;
            }
        }
        return -1;
    }
}
