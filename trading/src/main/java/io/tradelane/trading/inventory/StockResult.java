package io.tradelane.trading.inventory;

import java.util.List;
import java.util.UUID;

/** How a command on stock ended. */
public sealed interface StockResult {

    /** @param version of what was changed; 1 where it has none */
    record Done(UUID id, int version) implements StockResult {}

    /** Asked a second time: it had been done. */
    record AlreadyDone(UUID id) implements StockResult {}

    record StaleVersion(int actual) implements StockResult {}

    record Invalid(List<Problem> problems) implements StockResult {}

    /** Not there, or not this company's. */
    record NotFound() implements StockResult {}

    /** @param code {@code required}, {@code too-large}, {@code taken} … */
    record Problem(String field, String code) {}

    static StockResult invalid(String field, String code) {
        return new Invalid(List.of(new Problem(field, code)));
    }
}
