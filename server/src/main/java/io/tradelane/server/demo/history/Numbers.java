package io.tradelane.server.demo.history;

import io.tradelane.trading.shared.CheckDigit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Numbers of documents, one range for each company and kind. */
final class Numbers {
    private final Map<String, Integer> last = new HashMap<>();

    String next(Trader whose, String kind) {
        return kind + "-" + whose.prefix() + "-" + "%06d".formatted(count(whose, kind));
    }

    /** As the engine numbers a buyer's receipts, whose range goes on behind these. */
    String receipt(Trader buyer) {
        return "GR-%06d".formatted(count(buyer, "GR"));
    }

    String sscc(Trader supplier) {
        String digits = "3690234%02d%08d".formatted(Math.floorMod(supplier.prefix().hashCode(), 100), count(supplier, "SSCC"));
        return digits + CheckDigit.of(digits);
    }

    /** How many the buyer's warehouse wrote, by buyer. */
    int receipts(Trader buyer) {
        return last.getOrDefault(buyer.id() + "GR", 0);
    }

    private int count(Trader whose, String kind) {
        return last.merge(whose.id() + kind, 1, Integer::sum);
    }

    /** The engine's ranges begin behind what stands there already. */
    void startReceipts(UUID buyer, int from) {
        last.put(buyer + "GR", from);
    }
}
