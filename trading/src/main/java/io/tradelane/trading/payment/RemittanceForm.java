package io.tradelane.trading.payment;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes remittance advices that are written here. */
@Component
class RemittanceForm {
    private final Organisations organisations;
    private final ControlNumbers numbers;
    private final Clock clock;

    RemittanceForm(Organisations organisations, ControlNumbers numbers, Clock clock) {
        this.organisations = organisations;
        this.numbers = numbers;
        this.clock = clock;
    }

    RemittanceAdviceDocument make(
            UUID buyer, UUID supplier, LocalDate paymentDate, @Nullable String reference, Money total, List<RemittanceAdviceDocument.Item> items) {
        String number = "RA-" + "%06d".formatted(Long.parseLong(numbers.next(buyer, supplier, ControlNumbers.Kind.DOCUMENT)));
        return new RemittanceAdviceDocument(number, LocalDate.now(clock), paymentDate, reference,
                List.of(party(PartyRole.BUYER, buyer), party(PartyRole.SUPPLIER, supplier)), total, items, List.of());
    }

    private Party party(PartyRole role, UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        String gln = organisation.gln();
        return new Party(role, gln == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, gln)),
                organisation.name(), null, null);
    }
}
