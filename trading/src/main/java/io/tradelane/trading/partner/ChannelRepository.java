package io.tradelane.trading.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class ChannelRepository {
    UUID insert(NewChannel channel) {
        throw new UnsupportedOperationException();
    }

    void update(UUID id, String name, Map<String, String> parameters, Map<String, String> secrets) {
        throw new UnsupportedOperationException();
    }

    void setEnabled(UUID id, boolean enabled) {
        throw new UnsupportedOperationException();
    }

    void delete(UUID id) {
        throw new UnsupportedOperationException();
    }

    Optional<Channel> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    List<Channel> list(@Nullable UUID organisation) {
        throw new UnsupportedOperationException();
    }

    List<Channel> changedSince(long revision) {
        throw new UnsupportedOperationException();
    }
}
