package io.tradelane.trading.cart;

import io.tradelane.trading.approval.ApprovalRequest;
import io.tradelane.trading.approval.Approvals;
import io.tradelane.trading.approval.Spending;
import io.tradelane.trading.contract.CallOff;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders from contracts, at once or when those have agreed who have to. */
@Service
@Transactional
public class ApprovedCallOffs {
    private final Contracts contracts;
    private final Approvals approvals;
    private final CallOffDrafts drafts;
    private final Clock clock;

    ApprovedCallOffs(Contracts contracts, Approvals approvals, CallOffDrafts drafts, Clock clock) {
        this.contracts = contracts;
        this.approvals = approvals;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface CalledOff {
        /** @param result the order's id, or why there is none */
        record Now(CommandResult result) implements CalledOff {}

        /** @param request the approval that is asked for */
        record Waiting(UUID request) implements CalledOff {}

        record NobodyCan(List<String> reasons) implements CalledOff {}
    }

    /** What waits for approval. */
    public record Wanting(UUID request, String owner, Money total, List<CallOff> lines) {}

    /** Rules by category are not asked: a contract's lines are in none. */
    public CalledOff callOff(UUID id, List<CallOff> lines, int expectedVersion) {
        CommandResult possible = contracts.checkCallOff(id, lines, expectedVersion);
        if (!(possible instanceof CommandResult.Done)) {
            return new CalledOff.Now(possible);
        }
        if (wanting(id).isPresent()) {
            return new CalledOff.Now(new CommandResult.IllegalTransition("WAITING", "CALL_OFF"));
        }
        ContractView contract = contracts.find(id).orElseThrow();
        Money total = total(contract, lines).orElseThrow();
        Approvals.Asked asked = approvals.ask(new Spending(ApprovalRequest.Kind.CALL_OFF, id, contract.number(), contract.buyer().id(), contract.supplier().id(), total, Map.of(), null,
                LocalDate.now(clock), null));
        return switch (asked) {
            case Approvals.Asked.NotNeeded free -> new CalledOff.Now(contracts.callOff(id, lines, expectedVersion));
            case Approvals.Asked.Waiting waiting -> {
                drafts.keep(id, contract.buyer().id(), lines, Tenancy.current().name(), OffsetDateTime.now(clock));
                yield new CalledOff.Waiting(waiting.request());
            }
            case Approvals.Asked.NobodyCan nobody -> new CalledOff.NobodyCan(nobody.reasons());
        };
    }

    /** What waits for approval is not wanted any more. */
    public CommandResult recall(UUID id) {
        Optional<ContractView> contract = contracts.find(id).filter(found -> found.buyer().id().equals(Tenancy.current().organisation()));
        if (contract.isEmpty()) {
            return new CommandResult.NotFound();
        }
        if (!approvals.recall(ApprovalRequest.Kind.CALL_OFF, id)) {
            return new CommandResult.IllegalTransition(contract.get().state().name(), "RECALL");
        }
        drafts.remove(id);
        return new CommandResult.Done(id, contract.get().version());
    }

    /** What waits of a contract; the supplier sees nothing of it. */
    @Transactional(readOnly = true)
    public Optional<Wanting> wanting(UUID contract) {
        List<CallOffDrafts.Kept> kept = drafts.find(contract);
        return kept.isEmpty() ? Optional.empty() : approvals.of(contract).stream()
                .filter(one -> one.kind() == ApprovalRequest.Kind.CALL_OFF && one.state() == ApprovalRequest.State.WAITING).findFirst()
                .map(request -> new Wanting(request.id(), kept.getFirst().owner(), request.amount(), kept.stream().map(CallOffDrafts.Kept::line).toList()));
    }

    /** At the prices in force; empty where a line is not there any more. */
    static Optional<Money> total(ContractView contract, List<CallOff> lines) {
        ContractView.Version inForce = contract.inForce();
        if (inForce == null) {
            return Optional.empty();
        }
        Optional<Money> total = Optional.empty();
        for (CallOff call : lines) {
            Optional<ContractView.Line> line = inForce.lines().stream().filter(one -> one.lineNumber().equals(call.lineNumber())).findFirst();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            Money amount = line.get().price().of(new Quantity(call.quantity(), line.get().unit())).rounded();
            total = Optional.of(total.map(sum -> sum.plus(amount)).orElse(amount));
        }
        return total;
    }
}
