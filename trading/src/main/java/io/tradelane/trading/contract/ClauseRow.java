package io.tradelane.trading.contract;

import java.util.UUID;

/** One row of {@code contract_clause}; the components are its columns. */
record ClauseRow(UUID id, UUID versionId, int position, ClauseKind kind, String titleEn, String titleZh, String textEn, String textZh) {

    static ClauseRow of(UUID id, UUID version, int position, Clause clause) {
        return new ClauseRow(id, version, position, clause.kind(), clause.titleEn(), clause.titleZh(), clause.textEn(), clause.textZh());
    }

    Clause clause() {
        return new Clause(kind, titleEn, titleZh, textEn, textZh);
    }
}
