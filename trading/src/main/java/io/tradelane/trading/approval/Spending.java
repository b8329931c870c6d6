package io.tradelane.trading.approval;

import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that somebody wants to commit.
 *
 * @param subject the row that it is about, which no budget counts twice
 * @param number as people know it
 * @param categories net amount by categories: those of an article with all above it
 * @param approved what was approved of it before: up to that nobody is asked again; null: nothing was
 */
public record Spending(
        ApprovalRequest.Kind kind, UUID subject, String number, UUID buyer, UUID supplier, Money amount, Map<List<UUID>, Money> categories,
        @Nullable String costCentre, LocalDate day, @Nullable Money approved) {

    Money within(UUID category) {
        return categories.entrySet().stream().filter(entry -> entry.getKey().contains(category)).map(Map.Entry::getValue)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    boolean approvedBefore() {
        return approved != null && approved.currency().equals(amount.currency()) && amount.amount().compareTo(approved.amount()) <= 0;
    }
}
