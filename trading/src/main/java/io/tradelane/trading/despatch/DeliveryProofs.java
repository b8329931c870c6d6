package io.tradelane.trading.despatch;

import io.tradelane.trading.catalogue.MediaStore;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What proves that a shipment arrived: photos and papers of either party, seen by both. What was brought stays, as it is evidence. */
@Service
@Transactional
public class DeliveryProofs {
    /** Of one shipment. */
    public static final int MOST = 20;
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_NOTE = 500;
    private final JdbcClient jdbc;
    private final MediaStore media;
    private final Journal journal;
    private final Clock clock;

    DeliveryProofs(JdbcClient jdbc, MediaStore media, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.media = media;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param signedBy who took the goods */
    public record NewProof(String fileName, byte[] bytes, @Nullable String signedBy, @Nullable String note) {}

    /** The newest first; none of a shipment that the reader does not see. */
    @Transactional(readOnly = true)
    public List<DeliveryProof> of(UUID shipment) {
        return jdbc.sql("select p.*, m.sha256, m.content_type, m.size_bytes from shipment_proof p join media m on m.id = p.media_id where p.shipment_id = :shipment order by p.id desc")
                .param("shipment", shipment)
                .query((row, n) -> new DeliveryProof(row.getObject("id", UUID.class), row.getObject("media_id", UUID.class), row.getString("sha256").strip(), row.getString("content_type"),
                        row.getLong("size_bytes"), row.getString("file_name"), row.getObject("by_org_id", UUID.class), row.getString("by_name"), row.getString("signed_by"),
                        row.getString("note"), SqlValues.instant(row, "added_at")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<DeliveryProof> find(UUID shipment, UUID proof) {
        return of(shipment).stream().filter(one -> one.id().equals(proof)).findFirst();
    }

    /** Takes a JPEG, PNG or PDF of up to 10 MB. @return {@code Done} with its id; {@code AlreadyDone} for the same bytes once more */
    public CommandResult add(UUID shipment, NewProof proof) {
        Actor actor = Tenancy.current();
        UUID own = actor.organisation();
        Parties parties = jdbc.sql("select buyer_org_id, supplier_org_id from shipment where id = :id for update").param("id", shipment)
                .query((row, n) -> new Parties(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).optional().orElse(null);
        if (parties == null || own == null || !own.equals(parties.buyer()) && !own.equals(parties.supplier())) {
            return new CommandResult.NotFound();
        }
        if (tooLong(proof.signedBy(), LONGEST_NAME) || tooLong(proof.note(), LONGEST_NOTE)) {
            return CommandResult.invalid(tooLong(proof.note(), LONGEST_NOTE) ? "note" : "signedBy", "too-long");
        }
        List<DeliveryProof> there = of(shipment);
        if (there.size() >= MOST) {
            return CommandResult.invalid("file", "proof-many");
        }
        MediaStore.Taken taken = media.paper(proof.bytes());
        if (taken.medium() == null) {
            return CommandResult.invalid("file", String.valueOf(taken.problem()));
        }
        Optional<DeliveryProof> same = there.stream().filter(one -> one.medium().equals(taken.medium())).findFirst();
        if (same.isPresent()) {
            return new CommandResult.AlreadyDone(same.get().id(), 1);
        }
        return write(shipment, parties, own, taken.medium(), proof);
    }

    private CommandResult write(UUID shipment, Parties parties, UUID own, UUID medium, NewProof proof) {
        UUID id = Ids.next();
        String name = MediaStore.named(proof.fileName());
        jdbc.sql("""
                        insert into shipment_proof (id, shipment_id, buyer_org_id, supplier_org_id, media_id, by_org_id, by_name, file_name, signed_by, note, added_at)
                        values (:id, :shipment, :buyer, :supplier, :media, :own, :by, :name, :signedBy, :note, :now)
                        """)
                .param("id", id).param("shipment", shipment).param("buyer", parties.buyer()).param("supplier", parties.supplier()).param("media", medium).param("own", own)
                .param("by", Tenancy.current().name()).param("name", name).param("signedBy", proof.signedBy()).param("note", proof.note())
                .param("now", SqlValues.at(clock.instant())).update();
        Map<String, String> details = new LinkedHashMap<>(Map.of("file", name));
        if (proof.signedBy() != null) {
            details.put("signedBy", proof.signedBy());
        }
        journal.record(new Entry(DespatchAdvices.ENTITY, shipment, null, "PROOF_ADDED", null, null, null, Set.of(parties.buyer(), parties.supplier()), details));
        return new CommandResult.Done(id, 1);
    }

    private static boolean tooLong(@Nullable String text, int longest) {
        return text != null && text.length() > longest;
    }
}
