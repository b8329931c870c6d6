package io.tradelane.trading.incident;

import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Onboardings.Invited;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inviting companies, and the mail that carries the link: queued with the invitation, in the language of who is invited. */
@Service
@Transactional
public class Invitations {
    private final Onboardings onboardings;
    private final Organisations organisations;
    private final Notices notices;
    private final NoticeRepository repository;
    private final Clock clock;

    Invitations(Onboardings onboardings, Organisations organisations, Notices notices, NoticeRepository repository, Clock clock) {
        this.onboardings = onboardings;
        this.organisations = organisations;
        this.notices = notices;
        this.repository = repository;
        this.clock = clock;
    }

    /** @param link for who invites; it is kept nowhere @param mailed false: no mail channel is set up, so whoever invites passes it on */
    public record Invitation(Onboarding onboarding, String link, boolean mailed) {
        @Override
        public String toString() {
            return "Invitation[" + onboarding.id() + "]";
        }
    }

    /** @param inviter null: who runs the hub @param link of a token */
    public Invitation invite(NewOrganisation company, UUID counterparty, String email, Locale language, @Nullable UUID inviter, UnaryOperator<String> link) {
        Invited invited = onboardings.invite(company, counterparty, email, language, inviter);
        return mail(invited.onboarding(), link.apply(invited.token()));
    }

    /** A new link; the one before holds no longer, nor is it mailed any more. Empty if it was accepted already. */
    public Optional<Invitation> again(Onboarding onboarding, UnaryOperator<String> link) {
        return onboardings.inviteAgain(onboarding).map(token -> mail(onboarding, link.apply(token)));
    }

    /** How the last mail of an invitation stands; empty: none was written. */
    @Transactional(readOnly = true)
    public Optional<Notice> mail(Onboarding onboarding) {
        return Tenancy.call(Actor.hub(), () -> repository.lastOf(onboarding.id()));
    }

    private Invitation mail(Onboarding onboarding, String link) {
        return Tenancy.call(Actor.hub(), () -> {
            repository.withdraw(onboarding.id());
            if (notices.mailChannel(onboarding.inviter()) == null) {
                return new Invitation(onboarding, link, false);
            }
            Map<String, String> args = new HashMap<>(Map.of("until", LocalDate.ofInstant(clock.instant().plus(Onboardings.OPEN), ZoneOffset.UTC).toString()));
            name(args, "company", onboarding.company());
            name(args, "counterparty", onboarding.counterparty());
            notices.letter(onboarding.inviter(), onboarding.email(), "ONBOARDING", args, link, onboarding.language(),
                    new Notices.About(null, null, null, onboarding.id()));
            return new Invitation(onboarding, link, true);
        });
    }

    private void name(Map<String, String> args, String key, UUID organisation) {
        Organisation company = organisations.find(organisation).orElseThrow();
        args.put(key, company.name());
        args.put(key + "_zh", Objects.requireNonNullElse(company.nameLocal(), company.name()));
    }
}
