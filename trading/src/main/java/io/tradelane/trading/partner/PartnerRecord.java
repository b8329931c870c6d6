package io.tradelane.trading.partner;

import java.util.Map;
import java.util.UUID;

/** The room further down that keeps the journal: who changed what about which partner. In the transaction of the change. */
public interface PartnerRecord {
    /** Entity type of an agreement in the journal. */
    String AGREEMENT = "AGREEMENT";

    /** Entity type of a partner in the journal. */
    String PARTNER = "PARTNER";

    void changed(AgreementKey agreement, String event, Map<String, String> details);

    void changed(UUID partner, String event, Map<String, String> details);
}
