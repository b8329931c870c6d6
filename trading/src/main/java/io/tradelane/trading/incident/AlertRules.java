package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules by which somebody is told; the operator's are about all, a company's about its own exchange. */
@Service
@Transactional
public class AlertRules {
    private static final Pattern ADDRESSES = Pattern.compile("[^\\s,@]{1,64}@[^\\s,@]{1,190}(\\s*,\\s*[^\\s,@]{1,64}@[^\\s,@]{1,190}){0,9}");
    private static final Set<String> LOCALES = Set.of("en", "zh-CN");
    private static final int LONGEST_WINDOW = 44640;
    private final AlertRepository repository;
    private final Channels channels;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    AlertRules(AlertRepository repository, Channels channels, Notices notices, Journal journal, Clock clock) {
        this.repository = repository;
        this.channels = channels;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param field of the rule @param code {@code required}, {@code out-of-range}, {@code unknown} … */
    public record Problem(String field, String code) {}

    @Transactional(readOnly = true)
    public List<AlertRule> list() {
        return repository.list();
    }

    @Transactional(readOnly = true)
    public Optional<AlertRule> find(UUID rule) {
        return repository.find(rule);
    }

    /** Since when something is reported, by rule. */
    @Transactional(readOnly = true)
    public Map<UUID, AlertEpisode> open() {
        return repository.open();
    }

    /** Channels over which the caller's notices may go. */
    @Transactional(readOnly = true)
    public List<Channel> ways() {
        return channels.list().stream().filter(AlertRules::carriesNotices).filter(channel -> owner() == null || channel.organisation().equals(owner())).toList();
    }

    /** Makes it, or changes it if it is there. The organisation is the caller's. @return what is wrong with it; empty: it is kept */
    public List<Problem> save(AlertRule rule) {
        List<Problem> problems = problems(rule);
        if (problems.isEmpty()) {
            boolean isNew = repository.find(rule.id()).isEmpty();
            repository.save(rule, owner(), Tenancy.current().name(), clock.instant());
            record(rule, isNew ? "MADE" : "CHANGED");
        }
        return problems;
    }

    /** @return whether it was there */
    public boolean remove(UUID rule) {
        Optional<AlertRule> found = repository.find(rule);
        found.ifPresent(one -> {
            repository.remove(rule);
            record(one, "REMOVED");
        });
        return found.isPresent();
    }

    /** Sends a notice that says that it is a test, whatever the hour. @return whether the rule is there */
    public boolean test(UUID rule) {
        Optional<AlertRule> found = repository.find(rule);
        found.ifPresent(one -> {
            Map<String, String> args = Map.of("rule", one.name());
            notices.queue(Notice.Kind.TEST, one.organisation(), one.channel(), target(one), NoticeText.of("TEST", args, Locale.forLanguageTag(one.locale())), args,
                    new Notices.About(rule, null, null, null), clock.instant());
            record(one, "TESTED");
        });
        return found.isPresent();
    }

    static String target(AlertRule rule) {
        return rule.mailTo() == null ? "" : rule.mailTo();
    }

    private List<Problem> problems(AlertRule rule) {
        List<Problem> problems = new ArrayList<>();
        Channel channel = channels.find(rule.channel()).filter(AlertRules::carriesNotices).filter(one -> owner() == null || one.organisation().equals(owner())).orElse(null);
        require(problems, !rule.name().isBlank() && rule.name().length() <= 100, "name", rule.name().isBlank() ? "required" : "too-long");
        require(problems, rule.threshold() >= 1 && rule.threshold() <= 1_000_000, "threshold", "out-of-range");
        require(problems, rule.windowMinutes() >= 1 && rule.windowMinutes() <= LONGEST_WINDOW, "windowMinutes", "out-of-range");
        require(problems, rule.cause() == null || rule.cause().matches("[A-Z_]{1,60}"), "cause", "unknown");
        require(problems, channel != null, "channel", "unknown");
        require(problems, channel == null || !channel.door().equals("mail") || rule.mailTo() != null && ADDRESSES.matcher(rule.mailTo()).matches(), "mailTo",
                "no-address");
        require(problems, LOCALES.contains(rule.locale()), "locale", "unknown");
        require(problems, (rule.quietFrom() == null) == (rule.quietTo() == null), "quietTo", "required");
        return problems;
    }

    private static void require(List<Problem> problems, boolean right, String field, String code) {
        if (!right) {
            problems.add(new Problem(field, code));
        }
    }

    private static boolean carriesNotices(Channel channel) {
        return channel.direction() == Direction.OUTBOUND && (channel.door().equals("mail") || channel.door().equals("webhook"));
    }

    private static @Nullable UUID owner() {
        var actor = Tenancy.current();
        return actor.scope() == Scope.ORGANISATION ? actor.organisation() : null;
    }

    private void record(AlertRule rule, String event) {
        UUID owner = owner();
        journal.record(new Entry("ALERT_RULE", rule.id(), null, event, null, null, null, owner == null ? Set.of() : Set.of(owner),
                Map.of("name", rule.name(), "watch", rule.watch().name(), "threshold", String.valueOf(rule.threshold()))));
    }
}
