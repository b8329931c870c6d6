package io.tradelane.portal.onboarding;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.incident.Invitations;
import io.tradelane.trading.incident.Invitations.Invitation;
import io.tradelane.trading.partner.AgreementVersion;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Onboarding;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Contact;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartnerFile;
import io.tradelane.trading.partner.PartnerFile.AgreementEntry;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.WrittenFormats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** All that the wizard asks for, from a partner's file: the same file that partners are carried out and in as. Done as a whole or not at all. */
@Component
class OnboardingFile {
    private final Invitations invitations;
    private final Onboardings onboardings;
    private final Organisations organisations;
    private final WizardPage.Offered offered;
    private final Doors doors;
    private final TransactionTemplate transaction;

    OnboardingFile(Invitations invitations, Onboardings onboardings, Organisations organisations, WizardPage.Offered offered, Doors doors,
            PlatformTransactionManager transactions) {
        this.invitations = invitations;
        this.onboardings = onboardings;
        this.organisations = organisations;
        this.offered = offered;
        this.doors = doors;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whom to invite, and for whom. @param counterparty null: the first of the file that is known here @param inviter null: who runs the hub */
    record To(String email, Locale language, @Nullable UUID counterparty, @Nullable UUID inviter) {}

    /** @throws Problem with all that is wrong */
    Invitation take(PartnerFile file, To to, UnaryOperator<String> link) {
        List<Map<String, String>> wrong = new ArrayList<>();
        PartnerFile.Profile profile = file.partner();
        if (profile == null || profile.name() == null || profile.kind() == null || profile.currency() == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "partner", "The file needs partner with name, kind and currency");
        }
        for (int i = 0; i < profile.identifiers().size(); i++) {
            PartyIdentifier identifier = profile.identifiers().get(i);
            String pointer = "/partner/identifiers/" + i;
            IdentifierCheck.problem(identifier).ifPresent(code -> wrong.add(Map.of("pointer", pointer, "code", code)));
            if (organisations.byIdentifier(identifier.scheme(), identifier.value()).isPresent()) {
                wrong.add(Map.of("pointer", pointer, "code", "taken"));
            }
        }
        UUID other = Optional.ofNullable(to.counterparty).or(() -> file.counterparties().stream().flatMap(one -> one.identifiers().stream())
                .flatMap(one -> organisations.byIdentifier(one.scheme(), one.value()).stream()).map(Organisation::id).findFirst()).orElse(null);
        Organisation counterparty = other == null ? null : organisations.find(other).orElse(null);
        if (counterparty == null) {
            wrong.add(Map.of("pointer", "/counterparties", "code", "party-unknown"));
        }
        List<Exchanged> documents = documents(file.agreements(), profile.kind(), counterparty == null ? Organisation.Kind.BOTH : counterparty.kind(), wrong);
        List<PartnerFile.OwnChannel> channels = channels(file.channels(), wrong);
        if (!wrong.isEmpty() || counterparty == null) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "file", "The file cannot be taken as it is", wrong);
        }
        return Objects.requireNonNull(transaction.execute(status -> put(file, documents, channels, to, counterparty.id(), link)));
    }

    private Invitation put(PartnerFile file, List<Exchanged> documents, List<PartnerFile.OwnChannel> channels, To to, UUID other, UnaryOperator<String> link) {
        PartnerFile.Profile profile = file.partner();
        Invitation invited = invitations.invite(new NewOrganisation(profile.name(), profile.nameLocal(), profile.kind(), null, profile.currency()), other,
                to.email, to.language, to.inviter, link);
        Onboarding onboarding = invited.onboarding();
        String gln = profile.identifiers().stream().filter(one -> one.scheme().equals(PartyIdentifier.GLN)).map(PartyIdentifier::value).findFirst().orElse(null);
        onboardings.profile(onboarding, new Organisation(onboarding.company(), profile.name(), profile.nameLocal(), profile.kind(), gln, profile.currency(),
                Objects.requireNonNullElse(profile.address(), Address.UNKNOWN), Objects.requireNonNullElse(profile.contact(), Contact.UNKNOWN)),
                profile.identifiers());
        if (!documents.isEmpty()) {
            onboardings.documents(onboarding, documents);
        }
        channels.forEach(one -> onboardings.channel(onboarding, new NewChannel(onboarding.twin(), one.name(), one.door(), one.direction(), one.parameters(),
                Map.of(), one.direction() == Direction.INBOUND && one.secrets().isEmpty())));
        file.certificates().forEach(one -> onboardings.certificate(onboarding, one.use(), one.pem()));
        return invited;
    }

    private List<Exchanged> documents(List<AgreementEntry> agreements, Organisation.Kind kind, Organisation.Kind counterparty, List<Map<String, String>> wrong) {
        boolean sells = Exchangeable.isSeller(kind, counterparty);
        boolean buys = Exchangeable.isBuyer(kind, counterparty);
        Map<DocumentType, Exchanged> documents = new LinkedHashMap<>();
        for (int i = 0; i < agreements.size(); i++) {
            AgreementEntry entry = agreements.get(i);
            boolean sends = PartnerFile.SELF.equals(entry.sender());
            DocumentType type = entry.type();
            String format = entry.direction() == Direction.INBOUND ? null : format(entry);
            if (type == null || entry.direction() == Direction.INBOUND) {
                continue; // how what it sends is taken in: agreed when it is live
            }
            if (!(sends ? Exchangeable.mayBeSent(type, sells, buys) : Exchangeable.mayBeGot(type, sells, buys))) {
                wrong.add(Map.of("pointer", "/agreements/" + i + "/type", "code", "direction"));
            } else if (format == null || !offered.of(type).contains(format)) {
                wrong.add(Map.of("pointer", "/agreements/" + i + "/versions", "code", "version"));
            } else {
                documents.put(type, new Exchanged(type, sends, format));
            }
        }
        return List.copyOf(documents.values());
    }

    private static @Nullable String format(AgreementEntry entry) {
        JsonNode terms = entry.versions().stream().filter(one -> one.state() != AgreementVersion.State.WITHDRAWN && one.terms() != null)
                .max(Comparator.comparingInt(PartnerFile.Version::number)).map(PartnerFile.Version::terms).orElse(null);
        if (terms == null || terms.path("format").isMissingNode()) {
            return null;
        }
        String format = terms.path("format").asString("");
        String version = terms.path("version").asString("");
        return format.equals(WrittenFormats.EDIFACT) ? version : version.isEmpty() ? format : format + ":" + version;
    }

    /** Those of doors that a partner may have. */
    private List<PartnerFile.OwnChannel> channels(List<PartnerFile.OwnChannel> given, List<Map<String, String>> wrong) {
        for (int i = 0; i < given.size(); i++) {
            PartnerFile.OwnChannel one = given.get(i);
            String pointer = "/channels/" + i;
            if (one.door() == null || one.direction() == null || one.name() == null || doors.find(one.door()).isEmpty()) {
                wrong.add(Map.of("pointer", pointer + "/door", "code", "door"));
            } else {
                doors.problems(one.door(), one.direction(), one.parameters(), one.secrets())
                        .forEach((field, label) -> wrong.add(Map.of("pointer", pointer + "/parameters/" + field, "code", "setting")));
            }
        }
        return given;
    }
}
