package io.tradelane.trading.people;

import io.tradelane.trading.partner.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which roles one person must not hold in one company. What two persons have to do about one document is checked where it is done. */
public final class SeparationOfDuties {

    /** @param rule a word for programs; the portal has a sentence for each */
    public record Apart(Role one, Role other, String rule) {}

    private static final List<Apart> TABLE = List.of(
            new Apart(Role.BUYER_STAFF, Role.BUYER_APPROVER, "create-approve"),
            new Apart(Role.BUYER_APPROVER, Role.BUYER_WAREHOUSE, "approve-receive"),
            new Apart(Role.BUYER_WAREHOUSE, Role.BUYER_FINANCE, "receive-match"),
            new Apart(Role.BUYER_APPROVER, Role.BUYER_FINANCE, "approve-pay"),
            new Apart(Role.AUDITOR, Role.OPERATOR, "audit"),
            new Apart(Role.AUDITOR, Role.INTEGRATION_OPERATOR, "audit"));

    private SeparationOfDuties() {}

    public static List<Apart> all() {
        return TABLE;
    }

    /** Why somebody with these roles may not have the other one as well. */
    static Optional<String> conflict(Set<Role> held, Role wanted) {
        return TABLE.stream()
                .filter(apart -> apart.one == wanted && held.contains(apart.other) || apart.other == wanted && held.contains(apart.one))
                .map(Apart::rule)
                .findFirst();
    }

    /** Why nobody may have all of these. */
    static Optional<String> conflict(Set<Role> wanted) {
        return wanted.stream().flatMap(role -> conflict(wanted, role).stream()).findFirst();
    }
}
