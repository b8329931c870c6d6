package io.tradelane.trading.partner;

import io.tradelane.trading.partner.OrganisationContact.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts at companies, by what they are asked for. */
@Service
@Transactional
public class OrganisationContacts {
    private final JdbcClient jdbc;
    private final PartnerRecord journal;

    OrganisationContacts(JdbcClient jdbc, PartnerRecord journal) {
        this.journal = journal;
        this.jdbc = jdbc;
    }

    /** By role and name. */
    @Transactional(readOnly = true)
    public List<OrganisationContact> list(UUID organisation) {
        return jdbc.sql("select id, role, name, phone, email, language from organisation_contact where organisation_id = :id order by role, name")
                .param("id", organisation)
                .query((row, n) -> new OrganisationContact(row.getObject("id", UUID.class), organisation, Role.valueOf(row.getString("role")),
                        row.getString("name"), row.getString("phone"), row.getString("email"), row.getString("language")))
                .list();
    }

    /** Adds it, or changes the one of the same role and name. */
    public void put(OrganisationContact contact) {
        jdbc.sql("""
                        insert into organisation_contact (id, organisation_id, role, name, phone, email, language)
                        values (:id, :organisation, :role, :name, :phone, :email, :language)
                        on conflict (organisation_id, role, name) do update
                          set phone = excluded.phone, email = excluded.email, language = excluded.language
                        """)
                .param("id", contact.id())
                .param("organisation", contact.organisation())
                .param("role", contact.role().name())
                .param("name", contact.name())
                .param("phone", contact.phone())
                .param("email", contact.email())
                .param("language", contact.language())
                .update();
        journal.changed(contact.organisation(), "CONTACT_SET", new Changes().about("contact", contact.name()).about("role", contact.role()).details());
    }

    /** @return whether there was one */
    public boolean remove(UUID organisation, UUID contact) {
        Optional<String> name = jdbc.sql("delete from organisation_contact where id = :id and organisation_id = :organisation returning name")
                .param("id", contact).param("organisation", organisation).query(String.class).optional();
        name.ifPresent(gone -> journal.changed(organisation, "CONTACT_REMOVED", Map.of("contact", gone)));
        return name.isPresent();
    }
}
