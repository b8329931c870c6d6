package io.tradelane.mappings.transport;

import io.tradelane.trading.document.TransportStatusDocument.Status;
import java.util.Map;

/**
 * What a status code of STS C555 means. Until D98A it is of list 9011, made for transport. From D98B on it is of list 4405,
 * which is about anything: 21 is delivered in the first and temporary in the second. Where a later message says that its
 * code is of another list (1131 or 3055), it is of UN/ECE Recommendation 24, which took over 9011.
 */
final class StatusCodes {
    /** 1131 as we write it, for Recommendation 24, which has no code of its own there: mutually defined. */
    static final String RECOMMENDATION_24 = "ZZZ";
    /** 3055: UN/ECE. */
    static final String UNECE = "6";

    private static final Map<String, Status> TRANSPORT = Map.ofEntries(
            entry(Status.COLLECTED, "13"), entry(Status.COLLECTED, "43"), entry(Status.COLLECTED, "74"),
            entry(Status.DEPARTED, "24"), entry(Status.DEPARTED, "27"), entry(Status.DEPARTED, "5"), entry(Status.DEPARTED, "99"),
            entry(Status.IN_TRANSIT, "31"), entry(Status.IN_TRANSIT, "15"), entry(Status.IN_TRANSIT, "16"), entry(Status.IN_TRANSIT, "48"),
            entry(Status.IN_TRANSIT, "100"), entry(Status.IN_TRANSIT, "35"), entry(Status.IN_TRANSIT, "79"), entry(Status.IN_TRANSIT, "91"),
            entry(Status.IN_TRANSIT, "8"), entry(Status.IN_TRANSIT, "9"), entry(Status.IN_TRANSIT, "12"), entry(Status.IN_TRANSIT, "98"),
            entry(Status.ARRIVED, "1"), entry(Status.ARRIVED, "40"), entry(Status.ARRIVED, "45"), entry(Status.ARRIVED, "29"), entry(Status.ARRIVED, "59"),
            entry(Status.DELIVERED, "21"), entry(Status.DELIVERED, "22"), entry(Status.DELIVERED, "42"), entry(Status.DELIVERED, "72"),
            entry(Status.EXCEPTION, "3"), entry(Status.EXCEPTION, "17"), entry(Status.EXCEPTION, "18"), entry(Status.EXCEPTION, "20"),
            entry(Status.EXCEPTION, "23"), entry(Status.EXCEPTION, "25"), entry(Status.EXCEPTION, "36"), entry(Status.EXCEPTION, "49"),
            entry(Status.EXCEPTION, "51"), entry(Status.EXCEPTION, "52"), entry(Status.EXCEPTION, "53"), entry(Status.EXCEPTION, "54"),
            entry(Status.EXCEPTION, "55"), entry(Status.EXCEPTION, "56"), entry(Status.EXCEPTION, "57"), entry(Status.EXCEPTION, "62"),
            entry(Status.EXCEPTION, "63"), entry(Status.EXCEPTION, "66"), entry(Status.EXCEPTION, "69"), entry(Status.EXCEPTION, "73"),
            entry(Status.EXCEPTION, "77"), entry(Status.EXCEPTION, "85"), entry(Status.EXCEPTION, "86"), entry(Status.EXCEPTION, "87"),
            entry(Status.EXCEPTION, "90"), entry(Status.EXCEPTION, "97"), entry(Status.EXCEPTION, "101"), entry(Status.EXCEPTION, "102"),
            entry(Status.RETURNED, "80"), entry(Status.RETURNED, "81"), entry(Status.RETURNED, "82"));

    private static final Map<String, Status> ANYTHING = Map.ofEntries(
            entry(Status.DEPARTED, "35"), entry(Status.IN_TRANSIT, "146"), entry(Status.RETURNED, "151"),
            entry(Status.EXCEPTION, "37"), entry(Status.EXCEPTION, "40"), entry(Status.EXCEPTION, "41"), entry(Status.EXCEPTION, "43"),
            entry(Status.EXCEPTION, "58"), entry(Status.EXCEPTION, "60"), entry(Status.EXCEPTION, "63"), entry(Status.EXCEPTION, "64"),
            entry(Status.EXCEPTION, "90"), entry(Status.EXCEPTION, "145"), entry(Status.EXCEPTION, "147"));

    private static final Map<Status, String> WRITTEN = Map.of(
            Status.COLLECTED, "13", Status.DEPARTED, "24", Status.IN_TRANSIT, "31", Status.ARRIVED, "1", Status.OUT_FOR_DELIVERY, "31",
            Status.DELIVERED, "21", Status.EXCEPTION, "23", Status.RETURNED, "82", Status.OTHER, "68");

    private StatusCodes() {}

    private static Map.Entry<String, Status> entry(Status status, String code) {
        return Map.entry(code, status);
    }

    /** @param transport whether the code is of 9011 or Recommendation 24 */
    static Status status(String code, boolean transport) {
        return (transport ? TRANSPORT : ANYTHING).getOrDefault(code, Status.OTHER);
    }

    /** The event's own code where it means the same in the list for transport, else one that does. */
    static String code(Status status, String own) {
        return status(own, true) == status ? own : WRITTEN.getOrDefault(status, own);
    }
}
