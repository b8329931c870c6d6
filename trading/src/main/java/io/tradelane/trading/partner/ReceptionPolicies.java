package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AgreementTerms.Receiving;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What is agreed about what partners send, as it holds now; remembered for two seconds. */
@Service
public class ReceptionPolicies {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Directory<UUID, List<Agreed>> known;

    ReceptionPolicies(JdbcClient jdbc, PlatformTransactionManager transactions, AgreementMemory memory) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.known = memory.directory(FRESH);
    }

    /** @param version of the agreement by which it is so @param type null: all */
    public record Agreed(UUID version, String format, @Nullable DocumentType type, Receiving terms) {}

    /** The one about one of these kinds, else the one about all of the format. For an actor of scope HUB. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Agreed> of(UUID sender, String format, Collection<DocumentType> types) {
        List<Agreed> all = of(sender).stream().filter(agreed -> agreed.format().equals(format)).toList();
        return all.stream().filter(agreed -> agreed.type() != null && Set.copyOf(types).contains(agreed.type())).findFirst()
                .or(() -> all.stream().filter(agreed -> agreed.type() == null).findFirst());
    }

    /** Whether anything is agreed about what it sends. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean any(UUID sender) {
        return !of(sender).isEmpty();
    }

    private List<Agreed> of(UUID sender) {
        return known.find(sender, () -> Optional.of(Objects.requireNonNull(reading.execute(status -> load(sender))))).orElseThrow();
    }

    private List<Agreed> load(UUID sender) {
        return jdbc.sql("""
                        select version_id, received_format, document_type, terms from agreement_in_force
                         where direction = 'INBOUND' and sender_org_id = :sender and ended_at is null order by document_type
                        """)
                .param("sender", sender)
                .query((row, n) -> {
                    String type = row.getString("document_type");
                    return new Agreed(row.getObject("version_id", UUID.class), row.getString("received_format"),
                            type == null ? null : DocumentType.valueOf(type),
                            (Receiving) TermsJson.read(Direction.INBOUND, row.getString("terms")));
                })
                .list();
    }
}
