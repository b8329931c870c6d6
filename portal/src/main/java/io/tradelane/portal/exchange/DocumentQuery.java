package io.tradelane.portal.exchange;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.partner.Direction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A search as an address has it; words that mean nothing are left out. @param from the first day, {@code to} the last, by the portal's clock */
public record DocumentQuery(
        String q, @Nullable Direction direction, @Nullable String type, @Nullable String status, @Nullable UUID partner, @Nullable LocalDate from,
        @Nullable LocalDate to) {
    static final List<String> TYPES = List.of("ORDERS", "ORDRSP", "ORDCHG", "DESADV", "RECADV", "INVOIC", "REMADV", "DELFOR", "IFTMIN", "IFTSTA", "PRICAT", "INVRPT",
            "SLSRPT", "850", "855", "856", "810", "820", "pain.001", "pain.002", "camt.053", "camt.054", "CONTRL", "APERAK", "997", "999", "824");
    static final List<String> STATUSES = List.of("RECEIVED", "APPLIED", "NO_EFFECT", "HELD", "REJECTED", "FAILED", "UNASSIGNED", "DUPLICATE", "QUEUED", "SENT", "DELIVERED",
            "ACKNOWLEDGED", "REJECTED_BY_PARTNER");
    private static final int LONGEST = 100;

    static DocumentQuery of(Map<String, String> words) {
        String text = words.getOrDefault("q", "").strip();
        String type = words.getOrDefault("type", "").strip();
        String status = words.getOrDefault("status", "").strip().toUpperCase(java.util.Locale.ROOT);
        return new DocumentQuery(
                text.substring(0, Math.min(LONGEST, text.length())),
                Constants.of(Direction.class, words.getOrDefault("direction", "")).orElse(null),
                type.matches("[A-Za-z0-9._-]{2,20}") ? type : null,
                STATUSES.contains(status) ? status : null,
                uuid(words.getOrDefault("partner", "")),
                date(words.getOrDefault("from", "")),
                date(words.getOrDefault("to", "")));
    }

    Tracker.Filters filters(ZoneId zone) {
        return new Tracker.Filters(direction, type, status, partner, start(from, zone), to == null ? null : start(to.plusDays(1), zone));
    }

    public boolean narrowed() {
        return !words().isEmpty();
    }

    /** Those that say something. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        put(words, "q", q);
        put(words, "direction", Constants.word(direction));
        put(words, "type", type);
        put(words, "status", status == null ? null : status.toLowerCase(java.util.Locale.ROOT));
        put(words, "partner", partner);
        put(words, "from", from);
        put(words, "to", to);
        return words;
    }

    Address address() {
        Address here = Address.of("/documents");
        for (Map.Entry<String, String> word : words().entrySet()) {
            here = here.with(word.getKey(), word.getValue());
        }
        return here;
    }

    private static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            words.put(name, value.toString());
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
