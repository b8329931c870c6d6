package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.incident.ReplayRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a replay and what it would bring about are spoken of, in templates {@code #replayWords}. */
@Component("replayWords")
class ReplayWords implements Vocabulary {
    private final Words words;

    ReplayWords(Words words) {
        this.words = words;
    }

    /** {@code Would create 0 orders, change 2 lines, send 1 Despatch advice.} */
    public String sentence(List<Consequence> preview) {
        boolean reads = preview.stream().anyMatch(one -> one.kind() == Kind.VERDICT);
        boolean creates = preview.stream().anyMatch(one -> one.kind() == Kind.CREATED);
        Stream<Consequence> all = reads && !creates
                ? Stream.concat(Stream.of(new Consequence(Kind.CREATED, "PURCHASE_ORDER", 0)), preview.stream()) : preview.stream();
        String clauses = all.filter(one -> one.kind() != Kind.VERDICT).map(this::clause)
                .reduce((before, next) -> words.text("replay.and", before, next)).orElse("");
        return words.text("replay.would", clauses.isEmpty() ? words.text("replay.nothing") : clauses);
    }

    /** {@code Applied 3 · Held 1}. */
    public String verdicts(List<Consequence> preview) {
        return preview.stream().filter(one -> one.kind() == Kind.VERDICT)
                .map(one -> words.textOr("MessageStatus." + one.code(), one.code()) + " " + one.count()).collect(Collectors.joining(" · "));
    }

    /** Why one was skipped or failed. */
    public String detail(@Nullable String detail) {
        return detail == null ? "" : Arrays.stream(ReplayRefusal.values()).filter(why -> why.name().equals(detail)).map(words::of).findFirst().orElse(detail);
    }

    private String clause(Consequence one) {
        String name = switch (one.kind()) {
            case CREATED, CHANGED, LINES -> words.textOr("entities." + one.code(), words.textOr("timeline." + one.code(), plain(one.code())));
            case SENT, SHOWN -> words.textOr("DocumentType." + one.code(), plain(one.code()));
            case INCIDENT -> words.textOr("cause." + one.code(), plain(one.code()));
            case FAILED -> detail(one.code()).replaceFirst("[.。]$", "");
            case VERDICT -> one.code();
        };
        return words.text("replay.effect." + one.kind(), one.count(), name);
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
