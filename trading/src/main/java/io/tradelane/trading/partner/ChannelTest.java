package io.tradelane.trading.partner;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try to reach the partner of a channel, without a document.
 *
 * @param finishedAt null as long as no hub has finished it
 * @param steps those that were reached, the last one perhaps in vain
 */
public record ChannelTest(UUID id, UUID channel, Instant requestedAt, @Nullable Instant finishedAt, List<Step> steps) {

    /** @param name {@code RESOLVED}, {@code CONNECTED}, {@code HOST_KEY} … as the doors name them @param detail for a person, such as a fingerprint */
    public record Step(String name, boolean good, @Nullable String detail) {}

    public boolean finished() {
        return finishedAt != null;
    }

    public boolean good() {
        return finished() && !steps.isEmpty() && steps.stream().allMatch(Step::good);
    }
}
