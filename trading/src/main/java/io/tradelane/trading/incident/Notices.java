package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be told, and what was told: queued in the transaction that decided it, sent by a dispatcher of scope HUB. */
@Service
@Transactional
public class Notices {
    private static final int TRIES = 8;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String LINK = "{link}";
    private final NoticeRepository repository;
    private final SecretBox box;
    private final Clock clock;

    Notices(NoticeRepository repository, SecretBox box, Clock clock) {
        this.repository = repository;
        this.box = box;
        this.clock = clock;
    }

    /** What it is about. */
    record About(@Nullable UUID rule, @Nullable UUID episode, @Nullable UUID obligation, @Nullable UUID onboarding) {}

    /** @param notBefore later than now in quiet hours */
    UUID queue(
            Notice.Kind kind, @Nullable UUID organisation, @Nullable UUID channel, String target, NoticeText text, Map<String, String> facts, About about,
            Instant notBefore) {
        return repository.insert(kind, organisation, channel, target, text, facts, about, notBefore, clock.instant());
    }

    /**
     * A letter to one person, in her language. Whoever reads the list of notices sees {@code {link}} instead of the link.
     *
     * @param organisation in whose name; null: the operator
     * @param what names its text: {@code notice.LETTER.<what>.subject} and {@code .body}
     * @param link to what only she may open
     */
    public void letter(@Nullable UUID organisation, String to, String what, Map<String, String> args, String link, Locale locale) {
        letter(organisation, to, what, args, link, locale, new About(null, null, null, null));
    }

    void letter(@Nullable UUID organisation, String to, String what, Map<String, String> args, String link, Locale locale, About about) {
        Map<String, String> plain = new TreeMap<>();
        args.forEach((name, value) -> plain.put(name, value.replaceAll("[{}\\s]+", " ")));
        NoticeText text = NoticeText.of("LETTER." + what, plain, locale);
        UUID id = Tenancy.call(Tenancy.current().asHub(), () -> queue(
                Notice.Kind.LETTER, organisation, null, to, text, Map.of("letter", what), about, clock.instant()));
        Tenancy.run(Tenancy.current().asHub(), () -> repository.seal(id, box.encrypt(link, "notice", "secret_enc", id)));
    }

    /** Takes what is due; it is due again if nobody says how it went. */
    public List<Notice> claim(int limit) {
        return repository.claim(clock.instant(), LEASE, limit);
    }

    /** What the letter says, with its link; of any other notice its body. For whoever sends it. */
    public String text(Notice notice) {
        return repository.sealed(notice.id()).map(sealed -> notice.body().replace(LINK, box.decrypt(sealed, "notice", "secret_enc", notice.id())))
                .orElse(notice.body());
    }

    public void sent(UUID notice, String detail) {
        repository.done(notice, Notice.Status.SENT, detail, clock.instant());
    }

    /** @param again whether another try may help; after eight, over about five hours, it is FAILED */
    public void failed(Notice notice, String detail, boolean again) {
        if (again && notice.attempts() < TRIES) {
            repository.retry(notice.id(), detail, clock.instant().plus(Duration.ofMinutes(1L << notice.attempts())));
        } else {
            repository.done(notice.id(), Notice.Status.FAILED, detail, clock.instant());
        }
    }

    /** Over which channel one goes that names none: a mail channel of the organisation that sends, else of who runs the hub. */
    @Transactional(readOnly = true)
    public @Nullable UUID mailChannel(@Nullable UUID organisation) {
        return repository.mailChannel(organisation);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Notice> list(@Nullable UUID rule, @Nullable String cursor, int size) {
        List<Notice> rows = repository.list(rule, cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor), size + 1);
        return rows.size() <= size ? new Page<>(rows, null) : new Page<>(List.copyOf(rows.subList(0, size)), rows.get(size - 1).id().toString());
    }
}
