package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.ArticleStock;
import io.tradelane.trading.inventory.LedgerRepository.Balance;
import io.tradelane.trading.inventory.LedgerRepository.Key;
import io.tradelane.trading.inventory.LedgerRepository.Line;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to change stock: a movement for each change, and what stands follows, up to what the catalogue shows. What is booked for a company is
 * booked one after the other. What happened before the last count is in that count already: it is booked, and leaves what is on hand as it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StockLedger {
    private final LedgerRepository repository;
    private final ArticleStock articles;
    private final Clock clock;

    StockLedger(LedgerRepository repository, ArticleStock articles, Clock clock) {
        this.repository = repository;
        this.articles = articles;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else books for these companies. Whoever books for several takes all at once, so that no two wait for each other. */
    public void lock(Collection<UUID> organisations) {
        asHub(() -> repository.lock(new TreeSet<>(organisations)));
    }

    /** What a document still keeps reserved or in transit. */
    public record Standing(UUID cause, String number, UUID warehouse, UUID item, BigDecimal reserved, BigDecimal inTransit) {}

    /** In the order in which it was booked. */
    public List<Standing> standing(UUID organisation, Collection<UUID> causes) {
        return causes.isEmpty() ? List.of() : Tenancy.call(Tenancy.current().asHub(), () -> repository.standing(organisation, causes));
    }

    /** @return how many movements were made; a count older than the last one makes none */
    public int book(UUID organisation, List<Booking> bookings) {
        return book(organisation, bookings, null);
    }

    /** @param request the form's; what was booked under it is not booked again */
    int book(UUID organisation, List<Booking> bookings, @Nullable UUID request) {
        if (bookings.isEmpty()) {
            return 0;
        }
        Tenancy.Actor who = Tenancy.current();
        List<Line> lines = new ArrayList<>();
        asHub(() -> {
            repository.lock(List.of(organisation));
            Map<Key, Balance> balances = repository.open(organisation, bookings.stream().map(Key::of).distinct().toList());
            Map<Key, BigDecimal> since = repository.since(bookings.stream().filter(booking -> booking.counted() != null).toList());
            Instant now = clock.instant();
            for (Booking booking : bookings) {
                Balance before = balances.get(Key.of(booking));
                if (booking.counted() == null || before.countedAt() == null || !before.countedAt().isAfter(booking.at())) {
                    Line line = line(booking, before, since.getOrDefault(Key.of(booking), BigDecimal.ZERO));
                    balances.put(Key.of(booking), before.after(line));
                    lines.add(line);
                }
            }
            if (lines.isEmpty()) {
                return;
            }
            repository.write(organisation, lines, balances, who, request, now);
            articles.show(repository.shown(lines.stream().map(line -> line.booking().item()).distinct().toList()));
        });
        return lines.size();
    }

    private static Line line(Booking booking, Balance before, BigDecimal since) {
        boolean inCount = before.countedAt() != null && !booking.at().isAfter(before.countedAt());
        BigDecimal change = booking.counted() != null ? booking.counted().add(since).subtract(before.onHand()) : inCount ? BigDecimal.ZERO : booking.onHand();
        return new Line(Ids.next(), booking, change, booking.reserved().max(before.reserved().negate()), booking.inTransit().max(before.inTransit().negate()),
                before.onHand().add(change));
    }

    private static void asHub(Runnable work) {
        Tenancy.run(Tenancy.current().asHub(), work);
    }
}
