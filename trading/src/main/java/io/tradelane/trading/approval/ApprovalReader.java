package io.tradelane.trading.approval;

import io.tradelane.trading.order.Company;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests as their readers see them, with who can decide now. */
@Component
class ApprovalReader {
    private final ApprovalRepository requests;
    private final Approvers approvers;
    private final Organisations organisations;

    ApprovalReader(ApprovalRepository requests, Approvers approvers, Organisations organisations) {
        this.requests = requests;
        this.approvers = approvers;
        this.organisations = organisations;
    }

    List<ApprovalRequest> read(List<ApprovalRow> rows) {
        Map<UUID, List<StepRow>> steps = requests.steps(rows.stream().map(ApprovalRow::id).toList());
        Map<UUID, Approvers.Staff> staff = new HashMap<>();
        Map<UUID, Company> suppliers = new HashMap<>();
        return rows.stream().map(row -> view(row, steps.getOrDefault(row.id(), List.of()),
                row.state() == ApprovalRequest.State.WAITING ? staff.computeIfAbsent(row.buyerOrgId(), approvers::staff) : null,
                suppliers.computeIfAbsent(row.supplierId(), this::company))).toList();
    }

    private ApprovalRequest view(ApprovalRow row, List<StepRow> steps, Approvers.@Nullable Staff staff, Company supplier) {
        UUID reader = Tenancy.current().user();
        boolean[] mine = new boolean[1];
        List<ApprovalRequest.Step> shown = steps.stream().map(step -> {
            boolean open = staff != null && step.state() == ApprovalRequest.StepState.OPEN;
            List<Approvers.Approver> able = open ? approvers.of(staff, row, step) : List.of();
            mine[0] |= able.stream().anyMatch(one -> one.person().equals(reader));
            return new ApprovalRequest.Step(step.position(), step.reason(), step.state(),
                    able.stream().map(one -> one.decidesFor() == null ? one.name() : one.name() + " (" + one.decidesFor() + ")").toList(), instant(step.openedAt()),
                    instant(step.escalateAt()), instant(step.escalatedAt()), step.decidedName(), step.decidedFor(), step.comment(), instant(step.decidedAt()));
        }).toList();
        return new ApprovalRequest(row.id(), row.kind(), row.subjectId(), row.number(), supplier, row.money(), row.costCentre(), row.requestedBy(), row.requestedName(),
                row.state(), row.createdAt().toInstant(), instant(row.decidedAt()), row.version(), shown, mine[0]);
    }

    private Company company(UUID id) {
        Organisation found = organisations.find(id).orElseThrow();
        return new Company(id, found.name(), found.nameLocal(), found.gln());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
