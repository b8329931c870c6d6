package io.tradelane.trading.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Channels as rows, changed while the hub runs: it polls {@link #changedSince} and starts, restarts or stops routes. */
@Service
@Transactional
public class Channels {
    private final ChannelRepository repository;
    private final PartnerRecord journal;

    Channels(ChannelRepository repository, PartnerRecord journal) {
        this.repository = repository;
        this.journal = journal;
    }

    public UUID create(NewChannel channel) {
        UUID id = repository.insert(channel);
        journal.changed(channel.organisation(), "CHANNEL_ADDED", new Changes().about("channel", channel.name()).about("door", channel.door())
                .about("direction", channel.direction()).of(Map.of(), channel.parameters()).secrets(Map.of(), channel.secrets()).details());
        return id;
    }

    /**
     * @param version as the caller read it
     * @param secrets those to replace; a name that is left out keeps its value, an empty value removes it
     * @return false, and nothing is changed, when somebody else has changed the channel since
     */
    public boolean update(UUID id, int version, String name, Map<String, String> parameters, Map<String, String> secrets, boolean enabled) {
        Channel before = repository.find(id).orElse(null);
        if (before == null || !repository.update(id, version, name, parameters, secrets, enabled)) {
            return false;
        }
        journal.changed(before.organisation(), "CHANNEL_CHANGED", new Changes().about("channel", before.name()).of("name", before.name(), name)
                .of("open", before.enabled(), enabled).of(before.parameters(), parameters).secrets(before.secrets(), secrets).details());
        return true;
    }

    public void enable(UUID id) {
        repository.setEnabled(id, true);
        record(id, "CHANNEL_OPENED");
    }

    public void disable(UUID id) {
        repository.setEnabled(id, false);
        record(id, "CHANNEL_CLOSED");
    }

    /** It is this organisation's from now on, open or closed. */
    public void handOver(UUID id, UUID organisation, boolean open) {
        repository.handOver(id, organisation, open);
        record(id, "CHANNEL_TAKEN_OVER");
    }

    /** A hub's word on how it stands; nothing if the channel has been changed since. @param problem why it cannot be opened; null: it can */
    public void stands(Channel channel, @Nullable String problem) {
        repository.setProblem(channel.id(), channel.revision(), problem);
    }

    /** Why channels cannot be opened, by channel: the last word of a hub on those that cannot. */
    @Transactional(readOnly = true)
    public Map<UUID, String> problems() {
        return repository.problems();
    }

    /** Stops it for good. The row stays, because interchanges name it. */
    public void delete(UUID id) {
        repository.delete(id);
        record(id, "CHANNEL_REMOVED");
    }

    private void record(UUID id, String event) {
        repository.find(id).ifPresent(channel ->
                journal.changed(channel.organisation(), event, Map.of("channel", channel.name(), "door", channel.door())));
    }

    @Transactional(readOnly = true)
    public Optional<Channel> find(UUID id) {
        return repository.find(id);
    }

    /** All that are not deleted. */
    @Transactional(readOnly = true)
    public List<Channel> list() {
        return repository.list(null);
    }

    /** Those of one organisation that are not deleted. */
    @Transactional(readOnly = true)
    public List<Channel> list(@Nullable UUID organisation) {
        return repository.list(organisation);
    }

    /**
     * Channels changed after {@code revision}, deleted ones included, in order of change. Revisions become visible in
     * their order, so a poller that keeps the largest it saw misses none. Start with 0.
     */
    @Transactional(readOnly = true)
    public List<Channel> changedSince(long revision) {
        return repository.changedSince(revision);
    }
}
