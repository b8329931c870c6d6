package io.tradelane.portal.access;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Role;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a session, acting for one of her organisations.
 *
 * @param acting the place she works from now; one of {@code places}
 */
public record SignedInUser(UUID id, String email, String name, Place acting, List<Place> places) implements Serializable {

    /** An organisation with all the roles she has in it. */
    public record Place(
            UUID organisation, String organisationName, @Nullable String localName, Organisation.Kind kind, Set<Role> roles)
            implements Serializable {

        public String name(boolean chinese) {
            return chinese && localName != null ? localName : organisationName;
        }
    }

    public SignedInUser {
        places = List.copyOf(places);
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
