package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteState;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import io.tradelane.trading.sourcing.Side;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was awarded, or a template alone, as the first draft of a contract. */
@Component
class AwardedContract {
    private final Quotations quotations;
    private final RequestsForQuotation requests;
    private final Clock clock;

    AwardedContract(Quotations quotations, RequestsForQuotation requests, Clock clock) {
        this.quotations = quotations;
        this.requests = requests;
        this.clock = clock;
    }

    record Draft(NewContract agreed, WriteContract.Origin origin, ContractForm form) {}

    /** Empty if the caller does not see the quotation, or if nothing of it was awarded. */
    Optional<Draft> of(UUID quoteId, ContractTemplate template) {
        UUID own = Tenancy.current().organisation();
        QuoteView quote = quotations.find(quoteId).orElse(null);
        if (quote == null || quote.state() != QuoteState.ACCEPTED || quote.order() == null) {
            return Optional.empty();
        }
        RfqView rfq = quote.rfq() == null ? null : requests.find(quote.rfq()).orElse(null);
        boolean buying = quote.buyer().id().equals(own);
        QuoteView.Version last = quote.current();
        String terms = last.paymentTerms() != null || rfq == null ? last.paymentTerms() : rfq.paymentTerms();
        ContractForm form = form(template, title(template, rfq, quote), last.currency(), terms, lines(rfq, quote));
        return Optional.of(new Draft(new NewContract(ContractType.ORDER, buying ? Side.BUYER : Side.SUPPLIER, (buying ? quote.supplier() : quote.buyer()).id()),
                new WriteContract.Origin(quote.rfq(), quote.id(), quote.order()), form));
    }

    ContractForm form(ContractTemplate template, String title, String currency, @Nullable String paymentTerms, List<ContractForm.Line> lines) {
        Map<String, String> params = new HashMap<>(template.params());
        String usualPayment = params.remove("paymentTerms");
        String usualDelivery = params.remove("deliveryTerms");
        LocalDate today = LocalDate.now(clock);
        LocalDate endsOn = template.type() == ContractType.FRAMEWORK ? today.plusYears(1).minusDays(1) : null;
        return new ContractForm(title, currency, today, endsOn, null, paymentTerms == null || paymentTerms.isBlank() ? usualPayment : paymentTerms, usualDelivery,
                params, null, lines, template.clauses());
    }

    private static String title(ContractTemplate template, @Nullable RfqView rfq, QuoteView quote) {
        return rfq != null && rfq.title() != null ? rfq.title() : template.nameZh() + " / " + template.nameEn() + " " + quote.number();
    }

    /** Of a request what was awarded of it to this supplier; of an offer nobody asked for all of it. */
    private static List<ContractForm.Line> lines(@Nullable RfqView rfq, QuoteView quote) {
        List<ContractForm.Line> lines = new ArrayList<>();
        if (rfq == null) {
            quote.current().lines().stream().filter(line -> line.price() != null).filter(line -> lines.stream().noneMatch(one -> one.lineNumber().equals(line.lineNumber())))
                    .forEach(line -> lines.add(new ContractForm.Line(line.lineNumber(), line.item(), line.unit(), line.quantity(), line.price(), line.promisedDelivery())));
            return lines;
        }
        rfq.awards().stream().filter(award -> award.supplier().id().equals(quote.supplier().id())).forEach(award -> {
            QuoteView.Line offered = quote.current().lines().stream().filter(line -> line.lineNumber().equals(award.lineNumber())).findFirst().orElseThrow();
            RfqView.Line asked = rfq.lines().stream().filter(line -> line.lineNumber().equals(award.lineNumber())).findFirst().orElse(null);
            LocalDate delivery = offered.promisedDelivery() != null ? offered.promisedDelivery()
                    : asked != null && asked.requestedDelivery() != null ? asked.requestedDelivery() : rfq.requestedDelivery();
            Item item = asked == null ? offered.item() : asked.item();
            lines.add(new ContractForm.Line(award.lineNumber(), item, offered.unit(), award.quantity(), award.price(), delivery));
        });
        return lines;
    }
}
