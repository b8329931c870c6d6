package io.tradelane.trading.contract;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a version of what was written: its rows, its twin and its hash. */
@Component
class ContractTexts {
    private static final int DAYS_TO_SIGN = 30;
    private final ContractRepository contracts;
    private final Organisations organisations;
    private final Clock clock;

    ContractTexts(ContractRepository contracts, Organisations organisations, Clock clock) {
        this.contracts = contracts;
        this.organisations = organisations;
        this.clock = clock;
    }

    record Text(ContractVersionRow version, ContractTwin twin, List<ContractLineRow> lines, List<ClauseRow> clauses) {}

    Text of(ContractRow contract, ContractForm form, UUID author, int n, int amendment, ContractState state) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate startsOn = form.startsOn() == null ? LocalDate.now(clock) : form.startsOn();
        LocalDate signBy = form.signBy() == null ? LocalDate.now(clock).plusDays(DAYS_TO_SIGN) : form.signBy();
        ContractTwin twin = new ContractTwin(contract.number(), n, amendment, contract.type(), form.title().strip(), party(contract.buyerOrgId()),
                party(contract.supplierOrgId()), form.currency(), startsOn, form.endsOn(), signBy, form.paymentTerms(), form.deliveryTerms(),
                total(form), form.params(), form.lines().stream()
                        .map(line -> new ContractTwin.Line(line.lineNumber(), line.item(), line.unit(), line.quantity(), line.price().amount().amount(),
                                line.price().basis().value(), line.delivery())).toList(),
                form.clauses());
        String json = twin.json();
        UUID id = Ids.next();
        ContractVersionRow version = new ContractVersionRow(id, contract.id(), contract.buyerOrgId(), contract.supplierOrgId(), author, n, amendment, state,
                state != ContractState.DRAFT, twin.title(), form.currency(), startsOn, form.endsOn(), signBy, form.paymentTerms(), form.deliveryTerms(),
                ContractTwin.params(form.params()), json, ContractTwin.sha256(json), form.note(), null, now, null);
        List<ContractLineRow> lines = new ArrayList<>();
        form.lines().forEach(line -> lines.add(ContractLineRow.of(Ids.next(), id, lines.size() + 1, line)));
        List<ClauseRow> clauses = new ArrayList<>();
        form.clauses().forEach(clause -> clauses.add(ClauseRow.of(Ids.next(), id, clauses.size() + 1, clause)));
        return new Text(version, twin, lines, clauses);
    }

    /** The same again, as it can be written further. */
    ContractForm form(ContractVersionRow version) {
        return new ContractForm(version.title(), version.currency(), version.startsOn(), version.endsOn(), version.signBy(), version.paymentTerms(),
                version.deliveryTerms(), ContractTwin.params(version.params()), version.note(),
                contracts.lines(version.id()).stream().map(line -> line.line(version.currency())).toList(),
                contracts.clauses(version.id()).stream().map(ClauseRow::clause).toList());
    }

    static @Nullable String total(ContractForm form) {
        if (form.lines().isEmpty() || form.lines().stream().anyMatch(line -> line.quantity() == null)) {
            return null;
        }
        return form.lines().stream()
                .map(line -> line.price().of(new Quantity(line.quantity(), line.unit())).rounded())
                .reduce(Money.zero(form.currency()), Money::plus).rounded().toString();
    }

    private ContractTwin.Party party(UUID id) {
        Organisation organisation = organisations.find(id).orElseThrow();
        return new ContractTwin.Party(organisation.name(), organisation.nameLocal(), organisation.gln());
    }
}
