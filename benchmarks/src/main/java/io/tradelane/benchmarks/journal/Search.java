package io.tradelane.benchmarks.journal;

import io.tradelane.benchmarks.journal.Samples.Sample;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.exchange.Tracker.Filters;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked for. */
enum Search {
    ORDER("exact number of an order") {
        @Override String term(Sample s) { return s.order(); }
    },
    ARTICLE("exact number of an article, of which there are thousands of messages") {
        @Override String term(Sample s) { return s.article(); }
    },
    CONTROL("exact control reference") {
        @Override String term(Sample s) { return s.control(); }
    },
    PREFIX("beginning of an order's number, all but 3 digits") {
        @Override String term(Sample s) { return s.order().substring(0, s.order().length() - 3); }
    },
    MIDDLE("six digits from the middle of a number") {
        @Override String term(Sample s) { return s.order().substring(6, 12); }
    },
    SHORT("three digits") {
        @Override String term(Sample s) { return s.order().substring(9, 12); }
    },
    NOTHING("a part that is in no number") {
        @Override String term(Sample s) { return s.order().substring(7, 10) + "x" + s.order().substring(10, 13); }
    },
    MESSAGE_ID("Message-ID") {
        @Override String term(Sample s) { return s.transportId(); }
    },
    FILE("beginning of a file's name") {
        @Override String term(Sample s) { return s.file().substring(0, s.file().length() - 4); }
    },
    FILTERS("partner, seven days, type and status together") {
        @Override String term(Sample s) { return ""; }

        @Override Filters filters(Sample s, @Nullable UUID self) {
            Instant day = s.at().truncatedTo(ChronoUnit.DAYS);
            return new Filters(null, s.type(), "APPLIED", s.counterparty(), day.minus(Duration.ofDays(3)), day.plus(Duration.ofDays(4)));
        }
    },
    RARE("partner, seven days, type and a rare status together") {
        @Override String term(Sample s) { return ""; }

        @Override Filters filters(Sample s, @Nullable UUID self) {
            Instant day = s.at().truncatedTo(ChronoUnit.DAYS);
            return new Filters(null, s.type(), "REJECTED", s.counterparty(), day.minus(Duration.ofDays(3)), day.plus(Duration.ofDays(4)));
        }
    },
    NEWEST("the newest, no number given") {
        @Override String term(Sample s) { return ""; }
    },
    NEXT("next page of a part of a number") {
        @Override String term(Sample s) { return s.order().substring(0, 8); }
    };

    private static final int SIZE = 25;
    private final String title;

    Search(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract String term(Sample sample);

    Filters filters(Sample sample, @Nullable UUID self) {
        return Filters.none();
    }

    Measured measure(Tracker tracker, Actor reader, Samples samples, int rounds) {
        long[] nanos = new long[rounds];
        long found = 0;
        for (int i = -rounds / 10; i < rounds; i++) {
            Sample sample = samples.all().get(Math.floorMod(i, samples.all().size()));
            Filters filters = filters(sample, reader.organisation());
            String cursor = this == NEXT ? search(tracker, reader, term(sample), filters, null).next() : null;
            long start = System.nanoTime();
            Page<DocumentHit> page = search(tracker, reader, term(sample), filters, cursor);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
                found += page.items().size();
            }
        }
        return Measured.of(nanos, found);
    }

    private static Page<DocumentHit> search(Tracker tracker, Actor reader, String term, Filters filters, @Nullable String cursor) {
        return Tenancy.call(reader, () -> tracker.search(term, filters, cursor, SIZE));
    }
}
