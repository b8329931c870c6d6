package io.tradelane.adapters;

import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings arrivals to the inbox on behalf of the organisation that the door recognised. */
@Component
class InboxIntake implements Intake {
    private final Inbox inbox;
    private final Interchanges interchanges;
    private final Payloads payloads;

    InboxIntake(Inbox inbox, Interchanges interchanges, Payloads payloads) {
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.payloads = payloads;
    }

    @Override
    public Receipt take(Arrival arrival) throws IOException {
        var bytes = new LimitedStream(arrival.bytes(), arrival.maxBytes());
        return as(arrival.reception().organisation(), arrival.source(), () -> {
            try {
                return inbox.receive(arrival.reception(), bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public Map<String, String> properties(UUID interchange) {
        return Tenancy.call(Actor.hub(), () -> interchanges.find(interchange).map(Interchange::properties).orElse(Map.of()));
    }

    @Override
    public UUID keepEvidence(@Nullable UUID organisation, String mediaType, byte[] bytes) {
        try {
            return as(organisation, "hub", () -> {
                try {
                    return payloads.store(new ByteArrayInputStream(bytes), mediaType, bytes.length);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T as(@Nullable UUID organisation, String name, Supplier<T> work) throws IOException {
        try {
            return Tenancy.call(organisation == null ? Actor.hub() : Actor.hub(organisation, name, Source.EDI), work);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
