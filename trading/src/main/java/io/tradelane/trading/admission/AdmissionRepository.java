package io.tradelane.trading.admission;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class AdmissionRepository {
    private final JdbcClient jdbc;

    AdmissionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing if one of that address is under way. */
    void insert(UUID id, Application one, String email, Locale language, byte[] token, String sealed, Instant at) {
        application(jdbc.sql("""
                        insert into admission (id, state, name, name_local, kind, country, currency, street, city, postal_code, contact_name, phone, identifiers, category,
                          region, description, email, language, token_hash, token_enc, created_at)
                        values (:id, 'UNCONFIRMED', :name, :nameLocal, :kind, :country, :currency, :street, :city, :postalCode, :contactName, :phone,
                          cast(:identifiers as jsonb), :category, :region, :description, :email, :language, :token, :sealed, :at)
                        on conflict (lower(email)) where state not in ('QUALIFIED', 'ACTIVE', 'REJECTED', 'LAPSED') do nothing
                        """), one)
                .param("id", id).param("email", email).param("language", language.toLanguageTag()).param("token", token).param("sealed", sealed)
                .param("at", SqlValues.at(at)).update();
    }

    void save(UUID id, Application one) {
        application(jdbc.sql("""
                        update admission set version = version + 1, name = :name, name_local = :nameLocal, kind = :kind, country = :country, currency = :currency, street = :street,
                          city = :city, postal_code = :postalCode, contact_name = :contactName, phone = :phone, identifiers = cast(:identifiers as jsonb), category = :category,
                          region = :region, description = :description where id = :id
                        """), one)
                .param("id", id).update();
    }

    private static StatementSpec application(StatementSpec sql, Application one) {
        return sql.param("name", one.name()).param("nameLocal", one.nameLocal()).param("kind", one.kind().name()).param("country", one.country())
                .param("currency", one.currency()).param("street", one.street()).param("city", one.city()).param("postalCode", one.postalCode())
                .param("contactName", one.contactName()).param("phone", one.phone()).param("identifiers", SqlValues.json(one.identifiers()))
                .param("category", one.category()).param("region", one.region()).param("description", one.description());
    }

    Optional<Admission> find(UUID id) {
        return jdbc.sql("select * from admission where id = :id for update").param("id", id).query(this::map).optional();
    }

    Optional<Admission> look(UUID id) {
        return jdbc.sql("select * from admission where id = :id").param("id", id).query(this::map).optional();
    }

    Optional<Admission> ofToken(byte[] token) {
        return jdbc.sql("select * from admission where token_hash = :token for update").param("token", token).query(this::map).optional();
    }

    Optional<Admission> ofOrganisation(UUID organisation) {
        return jdbc.sql("select * from admission where organisation_id = :organisation for update").param("organisation", organisation).query(this::map).optional();
    }

    /** The one under way of that address, if there is one. */
    Optional<Admission> underWay(String email) {
        return jdbc.sql("select * from admission where lower(email) = lower(:email) and state not in ('QUALIFIED', 'ACTIVE', 'REJECTED', 'LAPSED') for update").param("email", email)
                .query(this::map).optional();
    }

    String sealedToken(UUID id) {
        return jdbc.sql("select token_enc from admission where id = :id").param("id", id).query(String.class).single();
    }

    /** The newest first, without those that nobody confirmed. @param state null: any */
    List<Admission> list(@Nullable AdmissionState state) {
        return jdbc.sql("select * from admission where state not in ('UNCONFIRMED', 'LAPSED') and (cast(:state as text) is null or state = :state) order by id desc limit 200")
                .param("state", state == null ? null : state.name()).query(this::map).list();
    }

    int count(AdmissionState state) {
        return jdbc.sql("select count(*) from admission where state = :state").param("state", state.name()).query(Integer.class).single();
    }

    void move(UUID id, AdmissionState to) {
        jdbc.sql("update admission set state = :to, version = version + 1 where id = :id").param("to", to.name()).param("id", id).update();
    }

    void submitted(UUID id, Instant at) {
        jdbc.sql("update admission set submitted_at = :at, note = null where id = :id").param("at", SqlValues.at(at)).param("id", id).update();
    }

    void reviewer(UUID id, @Nullable UUID user, String name) {
        jdbc.sql("update admission set reviewer_id = :user, reviewer = :name where id = :id").param("user", user).param("name", name).param("id", id).update();
    }

    void note(UUID id, String note) {
        jdbc.sql("update admission set note = :note where id = :id").param("note", note).param("id", id).update();
    }

    void decided(UUID id, String by, Instant at, @Nullable UUID organisation) {
        jdbc.sql("update admission set decided_by = :by, decided_at = :at, organisation_id = cast(:organisation as uuid) where id = :id")
                .param("by", by).param("at", SqlValues.at(at)).param("organisation", organisation).param("id", id).update();
    }

    /** @return false if the same bytes are there already */
    boolean add(UUID admission, Admission.Document one) {
        return jdbc.sql("""
                        insert into admission_document (id, admission_id, kind, file_name, media_type, size, sha256, payload_id, uploaded_at)
                        values (:id, :admission, :kind, :fileName, :mediaType, :size, :sha256, :payload, :at) on conflict (admission_id, sha256) do nothing
                        """)
                .param("id", one.id()).param("admission", admission).param("kind", one.kind().name()).param("fileName", one.fileName())
                .param("mediaType", one.mediaType()).param("size", one.size()).param("sha256", HexFormat.of().parseHex(one.sha256()))
                .param("payload", one.payload()).param("at", SqlValues.at(one.uploadedAt())).update() == 1;
    }

    boolean remove(UUID admission, UUID document) {
        return jdbc.sql("delete from admission_document where id = :id and admission_id = :admission").param("id", document).param("admission", admission).update() == 1;
    }

    private List<Admission.Document> documents(UUID admission) {
        return jdbc.sql("select * from admission_document where admission_id = :admission order by id").param("admission", admission)
                .query((row, n) -> new Admission.Document(row.getObject("id", UUID.class), Admission.Kind.valueOf(row.getString("kind")), row.getString("file_name"),
                        row.getString("media_type"), row.getLong("size"), HexFormat.of().formatHex(row.getBytes("sha256")), row.getObject("payload_id", UUID.class),
                        SqlValues.instant(row, "uploaded_at")))
                .list();
    }

    private Admission map(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Application application = new Application(row.getString("name"), row.getString("name_local"), Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("country"), row.getString("currency"), row.getString("street"), row.getString("city"), row.getString("postal_code"),
                row.getString("contact_name"), row.getString("phone"), SqlValues.texts(row.getString("identifiers")), row.getString("category"),
                row.getString("region"), row.getString("description"));
        return new Admission(id, AdmissionState.valueOf(row.getString("state")), row.getInt("version"), application, row.getString("email"),
                Locale.forLanguageTag(row.getString("language")), documents(id), SqlValues.instant(row, "created_at"), SqlValues.instantOrNull(row, "submitted_at"),
                SqlValues.uuid(row, "reviewer_id"), row.getString("reviewer"), row.getString("note"), row.getString("decided_by"),
                SqlValues.instantOrNull(row, "decided_at"), SqlValues.uuid(row, "organisation_id"));
    }
}
