package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Contact;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationRepository {
    private static final String COLUMNS =
            "select o.id, o.name, o.name_local, o.kind, o.gln, o.currency, o.street, o.city, o.postal_code, o.country, o.contact, o.phone, o.email from organisation o ";
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
        organisation.identifiers().stream()
                .filter(identifier -> !identifier.equals(new PartyIdentifier(PartyIdentifier.GLN, String.valueOf(organisation.gln()))))
                .forEach(identifier -> insertIdentifier(id, identifier));
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

    Map<PartyIdentifier, UUID> owners(List<PartyIdentifier> identifiers) {
        Map<PartyIdentifier, UUID> owners = new HashMap<>();
        jdbc.sql("""
                        select i.scheme, i.value, i.organisation_id from organisation_identifier i
                          join unnest(cast(:schemes as text[]), cast(:values as text[])) as a (scheme, value) on i.scheme = a.scheme and i.value = a.value
                        """)
                .param("schemes", identifiers.stream().map(PartyIdentifier::scheme).toArray(String[]::new))
                .param("values", identifiers.stream().map(PartyIdentifier::value).toArray(String[]::new))
                .query(row -> {
                    owners.put(new PartyIdentifier(row.getString(1), row.getString(2)), row.getObject(3, UUID.class));
                });
        return owners;
    }

    List<Organisation> list(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where o.id = any(cast(:ids as uuid[]))").param("ids", ids.toArray(UUID[]::new)).query(OrganisationRepository::map).list();
    }

    Map<UUID, Set<PartyIdentifier>> identifiers(Collection<UUID> organisations) {
        Map<UUID, Set<PartyIdentifier>> identifiers = new HashMap<>();
        jdbc.sql("select organisation_id, scheme, value from organisation_identifier where organisation_id = any(cast(:ids as uuid[]))")
                .param("ids", organisations.toArray(UUID[]::new))
                .query(row -> {
                    identifiers.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>()).add(new PartyIdentifier(row.getString(2), row.getString(3)));
                });
        return identifiers;
    }

    void update(UUID id, PartyData data, @Nullable String gln) {
        jdbc.sql("""
                        update organisation set name = :name, street = :street, city = :city, postal_code = :postalCode, country = :country,
                          contact = :contact, phone = :phone, email = :email, gln = :gln where id = :id
                        """)
                .param("id", id)
                .param("name", data.name())
                .param("street", data.address().street())
                .param("city", data.address().city())
                .param("postalCode", data.address().postalCode())
                .param("country", data.address().country())
                .param("contact", data.contact().name())
                .param("phone", data.contact().phone())
                .param("email", data.contact().email())
                .param("gln", gln)
                .update();
    }

    void replace(Organisation organisation) {
        jdbc.sql("update organisation set name_local = :nameLocal, kind = :kind, currency = :currency where id = :id")
                .param("id", organisation.id())
                .param("nameLocal", organisation.nameLocal())
                .param("kind", organisation.kind().name())
                .param("currency", organisation.currency())
                .update();
        update(organisation.id(), new PartyData(organisation.name(), organisation.address(), organisation.contact()), organisation.gln());
    }

    void removeIdentifier(UUID organisation, PartyIdentifier identifier) {
        jdbc.sql("delete from organisation_identifier where organisation_id = :organisation and scheme = :scheme and value = :value")
                .param("organisation", organisation)
                .param("scheme", identifier.scheme())
                .param("value", identifier.value())
                .update();
    }

    List<Organisation> list() {
        return jdbc.sql(COLUMNS + "where o.twin_of is null order by o.name, o.id").query(OrganisationRepository::map).list();
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
                new Address(row.getString("street"), row.getString("city"), row.getString("postal_code"), row.getString("country")),
                new Contact(row.getString("contact"), row.getString("phone"), row.getString("email")));
    }
}
