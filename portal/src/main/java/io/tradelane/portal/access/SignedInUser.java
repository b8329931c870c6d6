package io.tradelane.portal.access;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Role.Side;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person in a session, acting for one of her organisations.
 *
 * @param acting the place she works from now; one of {@code places}
 * @param missing what she still has to do to be signed in; null: nothing
 */
public record SignedInUser(UUID id, String email, String name, Place acting, List<Place> places, @Nullable Missing missing) implements Serializable {

    /** A step of signing in behind the password. */
    public enum Missing {
        /** A code of her second factor. */
        CODE,
        /** One of her companies asks for a second factor, and she has none yet. */
        ENROLMENT
    }

    /**
     * An organisation with the roles in which she works there.
     *
     * @param side of a company where she buys and sells, the one for which she works from here; otherwise null
     */
    public record Place(
            UUID organisation, String organisationName, @Nullable String localName, Organisation.Kind kind, Set<Role> roles, @Nullable Side side)
            implements Serializable {

        public Place(UUID organisation, String organisationName, @Nullable String localName, Organisation.Kind kind, Set<Role> roles) {
            this(organisation, organisationName, localName, kind, roles, null);
        }

        /** One place, or two where she buys and sells: nobody acts on both sides at once. */
        static List<Place> of(Organisation organisation, Set<Role> roles) {
            Place whole = new Place(organisation.id(), organisation.name(), organisation.nameLocal(), organisation.kind(), roles);
            boolean both = Stream.of(Side.BUYER, Side.SUPPLIER).allMatch(side -> roles.stream().anyMatch(role -> role.side() == side));
            return both ? List.of(whole.on(Side.BUYER), whole.on(Side.SUPPLIER)) : List.of(whole);
        }

        private Place on(Side side) {
            Set<Role> left = roles.stream().filter(role -> role.side() == side || role.side() == Side.COMPANY).collect(Collectors.toSet());
            return new Place(organisation, organisationName, localName, kind, left, side);
        }

        /** Whether she works for this side of deals here, by her roles. */
        public boolean worksAs(Side asked) {
            return roles.stream().anyMatch(role -> role.side() == asked);
        }

        /** As a form names it. */
        public String key() {
            return side == null ? organisation.toString() : organisation + "/" + side.name().toLowerCase(Locale.ROOT);
        }

        /** Her roles, for the journal. */
        String as() {
            return roles.stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        }

        public String name(boolean chinese) {
            return chinese && localName != null ? localName : organisationName;
        }
    }

    public SignedInUser {
        places = List.copyOf(places);
    }

    public SignedInUser(UUID id, String email, String name, Place acting, List<Place> places) {
        this(id, email, name, acting, places, null);
    }

    SignedInUser complete() {
        return new SignedInUser(id, email, name, acting, places);
    }

    SignedInUser actingFor(Place place) {
        return new SignedInUser(id, email, name, place, places);
    }

    public boolean isOperator() {
        return acting.kind == Organisation.Kind.OPERATOR;
    }

    @Override
    public String toString() {
        return email;
    }
}
