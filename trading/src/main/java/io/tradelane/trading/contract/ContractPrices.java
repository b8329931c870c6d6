package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prices of framework contracts in force, for whoever orders otherwise than from the contract's page. */
@Service
@Transactional
public class ContractPrices {
    private final JdbcClient jdbc;
    private final ContractRepository contracts;
    private final UsedContract used;
    private final Clock clock;

    ContractPrices(JdbcClient jdbc, ContractRepository contracts, UsedContract used, Clock clock) {
        this.jdbc = jdbc;
        this.contracts = contracts;
        this.used = used;
        this.clock = clock;
    }

    /** @param left how much of the line may still be ordered, in {@code unit}; null: any */
    public record Offer(UUID contract, String number, String lineNumber, Item item, String unit, Price price, @Nullable BigDecimal left) {

        public boolean covers(BigDecimal quantity) {
            return left == null || left.compareTo(quantity) >= 0;
        }
    }

    private record Line(UUID contractId, String number, String currency, String lineNumber, @Nullable String gtin, @Nullable String buyerArticle,
            @Nullable String supplierArticle, @Nullable String description, String unit, @Nullable BigDecimal quantity, BigDecimal price, BigDecimal priceBasis,
            BigDecimal calledOff) {}

    /** What counts today between the two, by contract and line. */
    @Transactional(readOnly = true)
    public List<Offer> of(Parties parties) {
        return jdbc.sql("""
                        select c.id as contract_id, c.number, v.currency, l.line_number, l.gtin, l.buyer_article, l.supplier_article, l.description, l.unit, l.quantity,
                               l.price, l.price_basis,
                               coalesce((select sum(o.quantity) from contract_call_off o join purchase_order p on p.id = o.order_id
                                          where o.contract_id = c.id and o.line_number = l.line_number and p.agreement not in ('CANCELLED', 'REJECTED_BY_SUPPLIER')), 0) as called_off
                          from contract c join contract_version v on v.contract_id = c.id and v.n = c.effective_version
                          join contract_line l on l.version_id = v.id
                         where c.buyer_org_id = :buyer and c.supplier_org_id = :supplier and c.type = 'FRAMEWORK' and v.state = 'EFFECTIVE'
                           and v.starts_on <= :today and (v.ends_on is null or v.ends_on >= :today)
                         order by c.id, l.position
                        """)
                .param("buyer", parties.buyer()).param("supplier", parties.supplier()).param("today", LocalDate.now(clock))
                .query(Line.class).list().stream().map(ContractPrices::offer).toList();
    }

    private static Offer offer(Line line) {
        ContractLineRow row = new ContractLineRow(line.contractId, line.contractId, 0, line.lineNumber, line.gtin, line.buyerArticle, line.supplierArticle, line.description,
                line.unit, line.quantity, line.price, line.priceBasis, null);
        return new Offer(line.contractId, line.number, line.lineNumber, row.line(line.currency).item(), line.unit, row.line(line.currency).price(),
                line.quantity == null ? null : Figures.quantity(line.quantity.subtract(line.calledOff).max(BigDecimal.ZERO)));
    }

    /** Locks the contract until the end of the transaction. @param quantities by line @return its number; empty: it is not in force, or there is not so much left */
    public Optional<String> holds(UUID id, Map<String, BigDecimal> quantities) {
        return held(id, quantities).map(held -> held.contract().number());
    }

    /** Takes what an order needs of a contract. @param quantities by line of the contract @return false: it is not in force, or there is not so much left */
    public boolean take(UUID id, Map<String, BigDecimal> quantities, UUID order, String orderNumber) {
        Optional<Held> found = held(id, quantities);
        OffsetDateTime now = OffsetDateTime.now(clock);
        found.ifPresent(held -> {
            quantities.forEach((line, quantity) -> contracts.insertCallOff(Ids.next(), held.contract(), line, order, quantity, now));
            used.by(orderNumber, held.contract(), held.inForce(), held.lines(), held.used());
        });
        return found.isPresent();
    }

    /** @param used by line, with what is wanted now */
    private record Held(ContractRow contract, ContractVersionRow inForce, List<ContractLineRow> lines, Map<String, BigDecimal> used) {}

    private Optional<Held> held(UUID id, Map<String, BigDecimal> quantities) {
        ContractRow contract = contracts.lock(id).orElse(null);
        if (contract == null || contract.effectiveVersion() == null) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        return contracts.version(id, contract.effectiveVersion())
                .filter(version -> version.state() == ContractState.EFFECTIVE && (version.endsOn() == null || !version.endsOn().isBefore(today)))
                .map(version -> {
                    Map<String, BigDecimal> wanted = contracts.calledOff(id);
                    quantities.forEach((line, quantity) -> wanted.merge(line, quantity, BigDecimal::add));
                    return new Held(contract, version, contracts.lines(version.id()), wanted);
                })
                .filter(held -> quantities.keySet().stream().allMatch(number -> held.lines().stream().anyMatch(line -> line.lineNumber().equals(number)
                        && (line.quantity() == null || held.used().getOrDefault(number, BigDecimal.ZERO).compareTo(line.quantity()) <= 0))));
    }
}
