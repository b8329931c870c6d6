package io.tradelane.trading.contract;

import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads a contract with everything that is shown of it. */
@Repository
class ContractReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final JdbcClient jdbc;
    private final ContractRepository contracts;
    private final PaperRepository papers;

    ContractReader(JdbcClient jdbc, ContractRepository contracts, PaperRepository papers) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.papers = papers;
    }

    private record Pair(Company buyer, Company supplier) {}

    Optional<ContractView> find(UUID id) {
        return contracts.find(id).map(this::view).filter(view -> !view.versions().isEmpty());
    }

    private ContractView view(ContractRow row) {
        Pair pair = jdbc.sql("select o.id" + Companies.COLUMNS + " from contract o " + Companies.JOIN + " where o.id = :id").param("id", row.id())
                .query((found, n) -> new Pair(Companies.buyer(found), Companies.supplier(found))).single();
        List<ContractRepository.CallOff> calls = contracts.callOffs(row.id());
        Map<String, BigDecimal> used = contracts.calledOff(row.id());
        return new ContractView(row.id(), row.number(), row.type(), pair.buyer(), pair.supplier(), row.state(), row.effectiveVersion(), row.rfqId(), row.quoteId(),
                row.orderId(), row.endingOrgId(), row.endingReason(), row.createdAt().toInstant(), row.version(),
                contracts.versions(row.id()).stream().map(version -> version(version, used)).toList(),
                calls.stream().map(call -> new ContractView.Called(call.lineNumber(), call.orderId(), call.orderNumber(), Figures.quantity(call.quantity()),
                        call.at().toInstant())).toList());
    }

    private ContractView.Version version(ContractVersionRow row, Map<String, BigDecimal> used) {
        ContractTwin twin = MAPPER.readValue(row.twin(), ContractTwin.class);
        Variables variables = Variables.of(twin);
        List<Clause> clauses = contracts.clauses(row.id()).stream().map(ClauseRow::clause).toList();
        List<Clause> texts = clauses.stream().map(clause -> new Clause(clause.kind(), variables.english(clause.titleEn()), variables.chinese(clause.titleZh()),
                variables.english(clause.textEn()), variables.chinese(clause.textZh()))).toList();
        List<ContractView.Line> lines = contracts.lines(row.id()).stream().map(line -> line(line.line(row.currency()), used)).toList();
        boolean open = lines.isEmpty() || lines.stream().anyMatch(line -> line.amount() == null);
        Money total = open ? null : lines.stream().map(ContractView.Line::amount).reduce(Money.zero(row.currency()), Money::plus).rounded();
        ContractView.Paper paper = papers.last(row.id())
                .map(file -> new ContractView.Paper(file.step(), HexFormat.of().formatHex(file.sha256()), file.content().length)).orElse(null);
        return new ContractView.Version(row.id(), row.n(), row.amendment(), row.state(), row.authorOrgId(), row.title(), row.currency(), row.startsOn(), row.endsOn(),
                row.signBy(), row.paymentTerms(), row.deliveryTerms(), ContractTwin.params(row.params()), total, HexFormat.of().formatHex(row.contentHash()),
                row.note(), row.reason(), row.createdAt().toInstant(), lines, clauses, texts, paper,
                papers.signatures(row.id()).stream().map(ContractReader::signed).toList());
    }

    private static ContractView.Line line(ContractForm.Line line, Map<String, BigDecimal> used) {
        BigDecimal called = used.getOrDefault(line.lineNumber(), BigDecimal.ZERO);
        @Nullable BigDecimal quantity = line.quantity();
        return new ContractView.Line(line.lineNumber(), line.item(), line.unit(), quantity, line.price(),
                quantity == null ? null : line.price().of(new Quantity(quantity, line.unit())).rounded(), line.delivery(), Figures.quantity(called),
                quantity == null ? null : Figures.quantity(quantity.subtract(called).max(BigDecimal.ZERO)));
    }

    private static ContractView.Signed signed(ContractSignature row) {
        return new ContractView.Signed(row.organisationId(), row.signer(), row.subject(), row.fingerprint(), row.level(), row.at().toInstant(),
                row.stampedAt() == null ? null : row.stampedAt().toInstant());
    }
}
