package io.tradelane.trading.partner;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person or a client may do for an organisation.
 *
 * <p>A sensitive role moves money, agrees to what others ask for, or decides who may do so: granting it takes a second person.
 */
public enum Role {
    BUYER_STAFF(Side.BUYER, false),
    BUYER_APPROVER(Side.BUYER, true),
    BUYER_WAREHOUSE(Side.BUYER, false),
    BUYER_FINANCE(Side.BUYER, true),
    SUPPLIER_SALES(Side.SUPPLIER, false),
    SUPPLIER_WAREHOUSE(Side.SUPPLIER, false),
    SUPPLIER_FINANCE(Side.SUPPLIER, true),
    ORGANISATION_ADMIN(Side.COMPANY, true),
    OPERATOR(Side.OPERATOR, true),
    INTEGRATION_OPERATOR(Side.OPERATOR, true),
    AUDITOR(Side.OPERATOR, true),
    API_CLIENT(Side.MACHINE, false);

    /** For which side of a deal, or of the hub, somebody works in a role. */
    public enum Side {
        BUYER,
        SUPPLIER,
        /** Either, so it goes with both. */
        COMPANY,
        OPERATOR,
        MACHINE
    }

    private final Side side;
    private final boolean sensitive;

    Role(Side side, boolean sensitive) {
        this.side = side;
        this.sensitive = sensitive;
    }

    public Side side() {
        return side;
    }

    public boolean sensitive() {
        return sensitive;
    }

    /** The roles that people of such a company can have, in the order in which they are shown. */
    public static Set<Role> of(Organisation.Kind kind) {
        Set<Side> sides = switch (kind) {
            case BUYER -> Set.of(Side.BUYER, Side.COMPANY);
            case SUPPLIER -> Set.of(Side.SUPPLIER, Side.COMPANY);
            case BOTH -> Set.of(Side.BUYER, Side.SUPPLIER, Side.COMPANY);
            case BANK, CARRIER -> Set.of(Side.COMPANY);
            case OPERATOR -> Set.of(Side.OPERATOR);
        };
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(values()).filter(role -> sides.contains(role.side)).forEach(roles::add);
        return Collections.unmodifiableSet(roles);
    }
}
