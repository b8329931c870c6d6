package io.tradelane.trading.partner;

import java.util.Map;

/** The room further down that keeps the journal: who changed which agreement. */
public interface AgreementRecord {
    /** Entity type of an agreement in the journal. */
    String ENTITY = "AGREEMENT";

    /** In the transaction of the change. */
    void changed(AgreementKey agreement, String event, Map<String, String> details);
}
