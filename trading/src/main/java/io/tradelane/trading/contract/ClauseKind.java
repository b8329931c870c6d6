package io.tradelane.trading.contract;

import java.util.EnumSet;
import java.util.Set;

/** What a clause regulates. */
public enum ClauseKind {
    PARTIES,
    GOODS,
    PRICE,
    DELIVERY,
    PAYMENT,
    QUALITY,
    RIGHTS,
    PROCESS,
    CONFIDENTIALITY,
    BREACH,
    TERM,
    LAW,
    OTHER;

    /** Without these a contract of the type is not proposed. */
    static Set<ClauseKind> required(ContractType type) {
        Set<ClauseKind> required = EnumSet.of(PARTIES, GOODS, PRICE, DELIVERY, PAYMENT, BREACH);
        if (type == ContractType.FRAMEWORK) {
            required.addAll(EnumSet.of(QUALITY, RIGHTS, PROCESS));
        }
        return required;
    }
}
