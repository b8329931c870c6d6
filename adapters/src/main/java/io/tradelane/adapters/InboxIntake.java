package io.tradelane.adapters;

import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Originals;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.exchange.traffic.Traffic;
import io.tradelane.trading.exchange.traffic.Traffic.Permit;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings arrivals to the inbox on behalf of the organisation that the door recognised. */
@Component
class InboxIntake implements Intake {
    private final Inbox inbox;
    private final Interchanges interchanges;
    private final Originals originals;
    private final IncidentDesk incidents;
    private final Traffic traffic;
    private final PartnerLimits limits;
    private final TransactionTemplate transaction;

    InboxIntake(Inbox inbox, Interchanges interchanges, Originals originals, IncidentDesk incidents, Traffic traffic, PartnerLimits limits,
            PlatformTransactionManager transactions) {
        this.traffic = traffic;
        this.limits = limits;
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.originals = originals;
        this.incidents = incidents;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Receipt take(Arrival arrival) throws IOException {
        UUID organisation = arrival.reception().organisation();
        Actor actor = organisation == null ? Actor.hub() : Actor.hub(organisation, arrival.source(), Source.EDI);
        if (organisation == null) {
            return store(actor, arrival, arrival.maxBytes());
        }
        try (Permit held = traffic.enter(organisation, arrival.reception().channel())) {
            return store(actor, arrival, Math.min(arrival.maxBytes(), limits.of(organisation).interchangeBytes()));
        }
    }

    @Override
    public void check(Channel channel) {
        traffic.check(channel.organisation(), channel.id());
    }

    private Receipt store(Actor actor, Arrival arrival, long limit) throws IOException {
        var bytes = new LimitedStream(arrival.bytes(), limit);
        Arrival.Evidence evidence = arrival.evidence();
        try {
            return Tenancy.call(actor, () -> evidence == null ? receive(arrival.reception(), bytes)
                    : Objects.requireNonNull(transaction.execute(status -> withEvidence(arrival.reception(), evidence, bytes, status))));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Receipt withEvidence(Reception reception, Arrival.Evidence evidence, InputStream bytes, TransactionStatus status) {
        try {
            var properties = new HashMap<>(reception.properties());
            properties.putAll(originals.keep(evidence.bytes(), evidence.mediaType(), evidence.documentAt(), evidence.documentSize()));
            Receipt receipt = receive(new Reception(reception.organisation(), reception.channel(), reception.door(),
                    reception.transportMessageId(), reception.mediaType(), reception.fileName(), properties), bytes);
            if (receipt.duplicateTransport()) {
                status.setRollbackOnly();
            }
            return receipt;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Receipt receive(Reception reception, InputStream bytes) {
        try {
            return inbox.receive(reception, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void refused(Channel channel, String file, String reason, String detail) {
        Tenancy.run(Actor.hub(), () -> incidents.raise("FILE_REFUSED", channel.organisation(), null, null,
                Map.of("subject", channel.id() + "/" + file, "file", file, "channel", channel.name(), "reason", reason), detail));
    }

    @Override
    public void messageRefused(Channel channel, String id, String reason, String detail) {
        Tenancy.run(Actor.hub(), () -> incidents.raise("MESSAGE_REFUSED", channel.organisation(), null, null,
                Map.of("subject", channel.id() + "/" + reason, "id", id, "channel", channel.name(), "reason", reason), detail));
    }

    @Override
    public Kept kept(UUID interchange) {
        return Tenancy.call(Actor.hub(), () -> interchanges.find(interchange).map(i -> new Kept(i.properties(), i.sha256())).orElseThrow());
    }
}
