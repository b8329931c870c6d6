package io.tradelane.trading.requirement;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one requirement with all that is shown of it. */
@Repository
class RequirementReader {
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private final JdbcClient jdbc;
    private final RequirementRepository requirements;
    private final LineProgress progress;

    RequirementReader(JdbcClient jdbc, RequirementRepository requirements, LineProgress progress) {
        this.jdbc = jdbc;
        this.requirements = requirements;
        this.progress = progress;
    }

    Optional<RequirementView> find(UUID id) {
        return requirements.find(id).map(this::view);
    }

    /** Those of which lines are in a cart. */
    List<RequirementView> ofCart(UUID cart) {
        return requirements.inCart(cart).stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Those of which lines are ordered by it, from a cart or awarded. */
    List<RequirementView> ofOrder(UUID order) {
        return requirements.orderedBy(order).stream().flatMap(id -> find(id).stream()).toList();
    }

    /** Those of which a request asks for lines. */
    List<RequirementView> ofRequest(UUID rfq) {
        return requirements.sourcedBy(rfq).stream().flatMap(id -> find(id).stream()).toList();
    }

    RequirementView view(RequirementRow row) {
        Map<UUID, LineProgress.Progress> found = progress.of(row.id());
        Map<UUID, RequirementView.Chosen> chosen = chosen(row.id());
        List<RequirementView.Line> lines = requirements.lines(row.id()).stream()
                .map(line -> line(row, line, found.getOrDefault(line.id(), LineProgress.Progress.NONE), line.articleId() == null ? null : chosen.get(line.articleId())))
                .toList();
        Money budget = lines.stream().map(RequirementView.Line::budget).filter(Objects::nonNull).reduce(Money::plus).orElse(null);
        return new RequirementView(row.id(), row.number(), row.title(), row.state(), row.currency(), row.needBy(), row.shipTo(), row.note(), row.reason(), row.authorId(),
                row.author(), budget, row.createdAt().toInstant(), row.updatedAt().toInstant(), row.version(), lines);
    }

    private static RequirementView.Line line(RequirementRow row, RequirementLineRow line, LineProgress.Progress progress, RequirementView.@Nullable Chosen chosen) {
        boolean buying = switch (row.state()) {
            case APPROVED, SOURCING, ORDERED -> true;
            default -> false;
        };
        int percent = progress.ordered().multiply(HUNDRED).divide(line.quantity(), 0, RoundingMode.DOWN).min(HUNDRED).intValue();
        return new RequirementView.Line(line.id(), line.lineNumber(), line.article(), chosen, line.description(), line.needed(),
                line.needBy() == null ? row.needBy() : line.needBy(), line.shipTo() == null ? row.shipTo() : line.shipTo(),
                line.budget() == null ? null : Figures.money(line.budget(), row.currency()), progress.ordered(), percent,
                buying && !progress.asked() && !progress.covers(line.quantity()), progress.requests(), progress.carts(), progress.orders());
    }

    private Map<UUID, RequirementView.Chosen> chosen(UUID requirement) {
        Map<UUID, RequirementView.Chosen> chosen = new HashMap<>();
        jdbc.sql("""
                        select a.id, a.supplier_org_id, a.number, a.gtin, a.name_zh, a.name_en, a.unit from article a
                         where a.id in (select article_id from requirement_line where requirement_id = :requirement)
                        """)
                .param("requirement", requirement)
                .query(row -> {
                    UUID id = row.getObject("id", UUID.class);
                    chosen.put(id, new RequirementView.Chosen(id, row.getObject("supplier_org_id", UUID.class), row.getString("number"), row.getString("gtin"),
                            row.getString("name_zh"), row.getString("name_en"), row.getString("unit")));
                });
        return chosen;
    }
}
