package io.tradelane.trading.admission;

import io.tradelane.trading.admission.AdmissionOutcome.Done;
import io.tradelane.trading.admission.AdmissionOutcome.IllegalTransition;
import io.tradelane.trading.admission.AdmissionOutcome.Invalid;
import io.tradelane.trading.admission.AdmissionOutcome.NotFound;
import io.tradelane.trading.admission.AdmissionOutcome.Wrong;
import io.tradelane.trading.admission.AdmissionState.Event;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.OneTimeToken;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.people.Links;
import io.tradelane.trading.people.PersonInvitations;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A company's own application, for whoever holds its link: registered, confirmed, filled in, submitted. Nobody is signed in for it. */
@Service
@Transactional
public class Applications {
    /** How long the link of the first mail can be confirmed. */
    public static final Duration TO_CONFIRM = Duration.ofDays(7);

    /** The largest document, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST_DOCUMENTS = 20;
    private static final int LONGEST_NAME = 200;
    private final AdmissionRepository repository;
    private final AdmissionRecord record;
    private final Organisations organisations;
    private final Payloads payloads;
    private final Notices notices;
    private final SecretBox box;
    private final Clock clock;

    Applications(AdmissionRepository repository, AdmissionRecord record, Organisations organisations, Payloads payloads, Notices notices, SecretBox box, Clock clock) {
        this.repository = repository;
        this.record = record;
        this.organisations = organisations;
        this.payloads = payloads;
        this.notices = notices;
        this.box = box;
        this.clock = clock;
    }

    /** Mails a link. An address with an application under way gets the link to that one again, and the answer is the same. */
    public AdmissionOutcome register(Application application, String email, Locale language, Links links) {
        List<Wrong> wrong = new ArrayList<>(ApplicationCheck.fields(application));
        if (!PersonInvitations.isEmail(email)) {
            wrong.add(new Wrong("email", "email"));
        }
        if (!wrong.isEmpty()) {
            return new Invalid(wrong);
        }
        return as("applicant", () -> {
            Optional<Admission> before = repository.underWay(email);
            boolean stale = before.filter(one -> one.state() == AdmissionState.UNCONFIRMED && late(one)).isPresent();
            if (stale) {
                record.move(before.orElseThrow(), Event.LAPSE, Map.of());
            }
            if (before.isEmpty() || stale) {
                UUID id = Ids.next();
                String token = OneTimeToken.fresh();
                repository.insert(id, application, email, language, OneTimeToken.hash(token), box.encrypt(token, "admission", "token_enc", id), clock.instant());
            }
            Admission admission = repository.underWay(email).orElseThrow();
            write(admission, admission.state() == AdmissionState.UNCONFIRMED ? "CONFIRM" : "GO_ON", Map.of(), links);
            return new Done();
        });
    }

    /** Empty for a link that leads nowhere, or was not confirmed in time. */
    public Optional<Admission> find(String token) {
        return Tenancy.call(Actor.hub(), () -> repository.ofToken(OneTimeToken.hash(token)).filter(one -> one.state() != AdmissionState.LAPSED)
                .filter(one -> one.state() != AdmissionState.UNCONFIRMED || !late(one)));
    }

    public AdmissionOutcome confirm(String token) {
        return change(token, one -> {
            if (one.state() == AdmissionState.UNCONFIRMED) {
                record.move(one, Event.CONFIRM, Map.of("email", one.email()));
            }
            return new Done();
        });
    }

    public AdmissionOutcome save(String token, Application application) {
        return change(token, one -> {
            if (!one.state().open()) {
                return new IllegalTransition(one.state());
            }
            List<Wrong> wrong = new ArrayList<>(ApplicationCheck.fields(application));
            application.identifiers().forEach((scheme, value) -> {
                if (organisations.byIdentifier(scheme, value).isPresent()) {
                    wrong.add(new Wrong(scheme.toLowerCase(Locale.ROOT), "known"));
                }
            });
            if (!wrong.isEmpty()) {
                return new Invalid(wrong);
            }
            repository.save(one.id(), application);
            return new Done();
        });
    }

    /** What the file is, its bytes say; the same bytes are kept once. */
    public AdmissionOutcome upload(String token, Admission.Kind kind, String fileName, byte[] content) {
        return change(token, one -> {
            if (!one.state().open()) {
                return new IllegalTransition(one.state());
            }
            Optional<SniffedType> type = SniffedType.of(content);
            if (content.length > LARGEST || content.length == 0) {
                return Invalid.of("file", content.length == 0 ? "required" : "size");
            }
            if (type.isEmpty()) {
                return Invalid.of("file", "type");
            }
            if (one.documents().size() >= MOST_DOCUMENTS) {
                return Invalid.of("file", "too-many");
            }
            UUID payload = store(content, type.get());
            String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
            Admission.Document document = new Admission.Document(Ids.next(), kind, name.substring(0, Math.min(name.length(), LONGEST_NAME)), type.get().mediaType(),
                    content.length, HexFormat.of().formatHex(payloads.sha256(payload)), payload, clock.instant());
            return repository.add(one.id(), document) ? new Done() : Invalid.of("file", "same");
        });
    }

    public AdmissionOutcome remove(String token, UUID document) {
        return change(token, one -> !one.state().open() ? new IllegalTransition(one.state())
                : repository.remove(one.id(), document) ? new Done() : new NotFound());
    }

    public AdmissionOutcome submit(String token) {
        return change(token, one -> {
            if (one.state().after(Event.SUBMIT).isEmpty()) {
                return new IllegalTransition(one.state());
            }
            List<Wrong> wrong = ApplicationCheck.complete(one);
            if (!wrong.isEmpty()) {
                return new Invalid(wrong);
            }
            record.move(one, Event.SUBMIT, Map.of());
            repository.submitted(one.id(), clock.instant());
            return new Done();
        });
    }

    /** With a link to the application. @param what names its text: {@code notice.LETTER.ADMISSION_<what>} */
    void write(Admission admission, String what, Map<String, String> args, Links links) {
        String token = box.decrypt(repository.sealedToken(admission.id()), "admission", "token_enc", admission.id());
        Map<String, String> all = new HashMap<>(args);
        all.put("company", admission.application().name());
        notices.letter(null, admission.email(), "ADMISSION_" + what, all, links.of(token), admission.language());
    }

    private AdmissionOutcome change(String token, Function<Admission, AdmissionOutcome> work) {
        Optional<Admission> found = find(token);
        return found.isEmpty() ? new NotFound() : as(found.get().application().contactName(), () -> work.apply(found.get()));
    }

    private UUID store(byte[] content, SniffedType type) {
        try {
            return payloads.store(new ByteArrayInputStream(content), type.mediaType(), LARGEST);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private boolean late(Admission admission) {
        return clock.instant().isAfter(admission.createdAt().plus(TO_CONFIRM));
    }

    private static <T> T as(String name, Supplier<T> work) {
        return Tenancy.call(new Actor(Scope.HUB, null, null, name, Source.PORTAL), work);
    }
}
