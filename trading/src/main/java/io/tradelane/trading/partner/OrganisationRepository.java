package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {
    private static final String COLUMNS =
            "select o.id, o.name, o.name_local, o.kind, o.gln, o.currency, o.street, o.city, o.postal_code, o.country from organisation o ";
    private final JdbcClient jdbc;

    OrganisationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(NewOrganisation organisation) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into organisation (id, name, name_local, kind, gln, currency, street, city, postal_code, country)
                        values (:id, :name, :nameLocal, :kind, :gln, :currency, :street, :city, :postalCode, :country)
                        """)
                .param("id", id)
                .param("name", organisation.name())
                .param("nameLocal", organisation.nameLocal())
                .param("kind", organisation.kind().name())
                .param("gln", organisation.gln())
                .param("currency", organisation.currency())
                .param("street", organisation.address().street())
                .param("city", organisation.address().city())
                .param("postalCode", organisation.address().postalCode())
                .param("country", organisation.address().country())
                .update();
        if (organisation.gln() != null) {
            insertIdentifier(id, new PartyIdentifier(PartyIdentifier.GLN, organisation.gln()));
        }
        organisation.identifiers().forEach(identifier -> insertIdentifier(id, identifier));
        return id;
    }

    Optional<Organisation> find(UUID id) {
        return jdbc.sql(COLUMNS + "where o.id = :id").param("id", id).query(OrganisationRepository::map).optional();
    }

    Optional<Organisation> byIdentifier(PartyIdentifier identifier) {
        return jdbc.sql(COLUMNS + "join organisation_identifier i on i.organisation_id = o.id where i.scheme = :scheme and i.value = :value")
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .query(OrganisationRepository::map)
                .optional();
    }

    List<Organisation> list() {
        return jdbc.sql(COLUMNS + "order by o.name, o.id").query(OrganisationRepository::map).list();
    }

    List<PartyIdentifier> identifiers(UUID organisation) {
        return jdbc.sql("select scheme, value from organisation_identifier where organisation_id = :id order by scheme, value")
                .param("id", organisation)
                .query((row, n) -> new PartyIdentifier(row.getString(1), row.getString(2)))
                .list();
    }

    void addIdentifier(UUID organisation, PartyIdentifier identifier) {
        UUID owner = byIdentifier(identifier).map(Organisation::id).orElse(null);
        if (owner == null) {
            insertIdentifier(organisation, identifier);
        } else if (!owner.equals(organisation)) {
            throw new IllegalStateException(identifier + " belongs to another organisation");
        }
    }

    private void insertIdentifier(UUID organisation, PartyIdentifier identifier) {
        jdbc.sql("insert into organisation_identifier (id, organisation_id, scheme, value) values (:id, :organisation, :scheme, :value)")
                .param("id", Ids.next())
                .param("organisation", organisation)
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update();
    }

    private static Organisation map(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("name_local"),
                Kind.valueOf(row.getString("kind")),
                row.getString("gln"),
                row.getString("currency"),
                new Address(row.getString("street"), row.getString("city"), row.getString("postal_code"), row.getString("country")));
    }
}
