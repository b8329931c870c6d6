package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How what companies send is read. Few have settings and every interchange asks: all are kept together, and whether something has
 * changed is asked once in two seconds, whatever comes in. A change holds on this hub after its commit and on others within that time.
 */
@Service
@Transactional
public class ReadingSettings {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String ALL = "all";

    private final ReadingSettingRepository repository;
    private final PartnerRecord journal;
    private final TransactionTemplate transaction;
    private final Directory<String, Map<UUID, List<ReadingSetting>>> known = new Directory<>(FRESH);
    private volatile @Nullable Loaded loaded;

    ReadingSettings(ReadingSettingRepository repository, PartnerRecord journal, PlatformTransactionManager transactions) {
        this.journal = journal;
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param mark of the table when it was read */
    private record Loaded(String mark, Map<UUID, List<ReadingSetting>> byOrganisation) {}

    /** Adds it, or takes the place of the one for the same format and type. */
    public void put(ReadingSetting setting) {
        known.written();
        ReadingSetting before = repository.list(setting.organisation()).stream()
                .filter(one -> one.format().equals(setting.format()) && one.type() == setting.type()).findFirst().orElse(null);
        repository.put(setting);
        journal.changed(setting.organisation(), "READING_SET", new Changes().about("format", setting.format()).about("type", setting.type())
                .of("codeLists", before == null ? null : before.codeLists(), setting.codeLists())
                .of("rules", before == null ? null : before.rules(), setting.rules())
                .of("table", before == null ? null : before.table(), setting.table()).details());
    }

    /** @return whether there was one */
    public boolean remove(UUID organisation, String format, @Nullable DocumentType type) {
        known.written();
        boolean there = repository.delete(organisation, format, type);
        if (there) {
            journal.changed(organisation, "READING_REMOVED", new Changes().about("format", format).about("type", type).details());
        }
        return there;
    }

    /** By format, and in it what is for all types first. */
    @Transactional(readOnly = true)
    public List<ReadingSetting> list(UUID organisation) {
        return repository.list(organisation);
    }

    /** For who reads: the same list as long as nothing has changed anywhere. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ReadingSetting> of(UUID organisation) {
        return known.find(ALL, this::load).orElseThrow().getOrDefault(organisation, List.of());
    }

    private Optional<Map<UUID, List<ReadingSetting>>> load() {
        return Optional.of(Tenancy.call(Tenancy.Actor.hub(), () -> transaction.execute(status -> {
            String mark = repository.mark();
            Loaded before = loaded;
            if (before == null || !before.mark.equals(mark)) {
                before = new Loaded(mark, repository.all().stream().collect(Collectors.groupingBy(ReadingSetting::organisation)));
                loaded = before;
            }
            return before.byOrganisation;
        })));
    }
}
