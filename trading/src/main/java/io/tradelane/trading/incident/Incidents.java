package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What needs a person, and what that person can do about it. */
@Service
public class Incidents {

    /** Null or blank: any. */
    public record Filter(Incident.@Nullable Status status, @Nullable String cause, @Nullable UUID organisation, @Nullable UUID assignee) {
        public static Filter open() {
            return new Filter(Incident.Status.OPEN, null, null, null);
        }

        public static Filter any() {
            return new Filter(null, null, null, null);
        }
    }

    /** A new incident, or the one that is not closed for the same cause, interchange and message: that is counted up and open again. */
    public UUID raise(NewIncident incident) {
        throw new UnsupportedOperationException();
    }

    public Optional<Incident> find(UUID incident) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public Page<Incident> list(Filter filter, @Nullable String cursor, int size) {
        throw new UnsupportedOperationException();
    }

    public List<Incident> ofInterchange(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /** How many are open, by cause. */
    public Map<String, Long> openByCause() {
        throw new UnsupportedOperationException();
    }

    /** Tries again what the incident is about. @return whether there was something to try */
    public boolean retry(UUID incident) {
        throw new UnsupportedOperationException();
    }

    /** Tries again all open ones of a cause. @return how many */
    public int retryAll(String cause) {
        throw new UnsupportedOperationException();
    }

    /** Sends edited bytes through the inbox as a new interchange; the original stays as it is. @return the new interchange */
    public UUID resubmit(UUID incident, InputStream bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Says who sent the interchange of an {@code UNKNOWN_SENDER}; see {@link io.tradelane.trading.exchange.Inbox#assign}. */
    public void assignSender(UUID incident, UUID organisation, boolean remember) {
        throw new UnsupportedOperationException();
    }

    /** Gives it to a person, or to nobody. */
    public void assignTo(UUID incident, @Nullable UUID user) {
        throw new UnsupportedOperationException();
    }

    public void close(UUID incident, String reason) {
        throw new UnsupportedOperationException();
    }
}
