package io.tradelane.trading.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at what the rules watch. An episode begins with one notice and ends with one, after five minutes of calm; in quiet hours they wait. */
@Service
@Transactional
public class AlertWatch {
    private static final Duration CALM = Duration.ofMinutes(5);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm (xxx)");
    private final AlertRepository repository;
    private final NoticeRepository told;
    private final Notices notices;
    private final Clock clock;

    AlertWatch(AlertRepository repository, NoticeRepository told, Notices notices, Clock clock) {
        this.repository = repository;
        this.told = told;
        this.notices = notices;
        this.clock = clock;
    }

    /** Each rule that nobody else looks at just now, once; under scope HUB. @return how many episodes began or ended */
    public int look() {
        Map<java.util.UUID, AlertEpisode> open = repository.open();
        int changed = 0;
        for (AlertRule rule : repository.lockEnabled()) {
            changed += look(rule, Optional.ofNullable(open.get(rule.id())).orElse(null)) ? 1 : 0;
        }
        return changed;
    }

    private boolean look(AlertRule rule, @Nullable AlertEpisode episode) {
        Instant now = clock.instant();
        int value = repository.figure(rule, now);
        if (value >= rule.threshold()) {
            if (episode != null) {
                repository.goesOn(episode.id(), value, null);
                return false;
            }
            AlertEpisode begun = repository.begin(rule, value, now);
            tell(Notice.Kind.ALERT, rule, begun, value, now);
            return true;
        }
        if (episode == null) {
            return false;
        }
        if (episode.calmSince() == null || episode.calmSince().plus(CALM).isAfter(now)) {
            repository.goesOn(episode.id(), value, episode.calmSince() == null ? now : episode.calmSince());
            return false;
        }
        repository.end(episode.id(), value, now);
        if (!told.skip(episode.id())) {
            tell(Notice.Kind.RESOLVED, rule, episode, value, now);
        }
        return true;
    }

    private void tell(Notice.Kind kind, AlertRule rule, AlertEpisode episode, int value, Instant now) {
        Map<String, String> args = new HashMap<>(Map.of("rule", rule.name(), "watch", rule.watch().name(), "threshold", String.valueOf(rule.threshold()),
                "value", String.valueOf(value), "peak", String.valueOf(Math.max(value, episode.peak())),
                "since", MINUTE.format(episode.openedAt().atZone(rule.zone())), "until", MINUTE.format(now.atZone(rule.zone()))));
        if (rule.cause() != null) {
            args.put("cause", rule.cause());
        }
        notices.queue(kind, rule.organisation(), rule.channel(), AlertRules.target(rule), NoticeText.of(kind.name(), args, Locale.forLanguageTag(rule.locale())), args,
                new Notices.About(rule.id(), episode.id(), null, null), rule.audible(now));
    }
}
