package io.tradelane.trading.partner;

import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.PartnerFile.AgreementEntry;
import io.tradelane.trading.partner.PartnerFile.Version;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import io.tradelane.trading.shared.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * The agreements of a file. One that is not here comes with all of its versions; of one that is here, what is in force in the file
 * becomes a version in force, and what is a draft there a draft. Where two people are needed, only drafts come in.
 */
@Component
class ImportedAgreements {
    private final AgreementRepository agreements;
    private final AgreementVersionRepository repository;
    private final AgreementVersions versions;
    private final Channels channels;
    private final ObjectProvider<WrittenFormats> formats;

    ImportedAgreements(AgreementRepository agreements, AgreementVersionRepository repository, AgreementVersions versions, Channels channels,
            ObjectProvider<WrittenFormats> formats) {
        this.agreements = agreements;
        this.repository = repository;
        this.versions = versions;
        this.channels = channels;
        this.formats = formats;
    }

    void put(List<AgreementEntry> given, Map<String, UUID> companies, ImportNotes notes) {
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/agreements/" + i;
            AgreementKey key = key(pointer, given.get(i), companies, notes);
            Map<Version, AgreementTerms> terms = key == null ? Map.of() : terms(pointer, key, given.get(i), notes);
            if (key != null && notes.problems.isEmpty()) {
                put(key, name(given.get(i)), terms, notes);
            }
        }
    }

    private static @Nullable AgreementKey key(String pointer, AgreementEntry entry, Map<String, UUID> companies, ImportNotes notes) {
        UUID sender = companies.get(String.valueOf(entry.sender()));
        UUID receiver = entry.receiver() == null ? null : companies.get(entry.receiver());
        if (sender == null) {
            notes.problem(pointer + "/sender", "party-unknown", entry.sender());
        }
        if (entry.direction() == Direction.INBOUND) {
            if (entry.receivedFormat() == null) {
                notes.problem(pointer + "/receivedFormat", "required", null);
            }
            return sender == null || entry.receivedFormat() == null ? null : AgreementKey.inbound(Ids.next(), sender, entry.receivedFormat(), entry.type());
        }
        if (entry.direction() == null || entry.type() == null) {
            notes.problem(pointer + (entry.direction() == null ? "/direction" : "/type"), "required", null);
        }
        if (receiver == null || receiver.equals(sender)) {
            notes.problem(pointer + "/receiver", "party-unknown", entry.receiver());
        }
        return sender == null || receiver == null || entry.type() == null ? null : AgreementKey.outbound(Ids.next(), sender, receiver, entry.type());
    }

    private Map<Version, AgreementTerms> terms(String pointer, AgreementKey key, AgreementEntry entry, ImportNotes notes) {
        Map<Version, AgreementTerms> terms = new LinkedHashMap<>();
        for (int i = 0; i < entry.versions().size(); i++) {
            Version version = entry.versions().get(i);
            String at = pointer + "/versions/" + i;
            if (version.terms() == null || version.state() == null || version.number() < 1 || !dated(version)) {
                notes.problem(at, "required", version.number());
                continue;
            }
            String named = TermsJson.channel(version.terms());
            UUID channel = named == null || key.receiver() == null ? null : channels.list(key.receiver()).stream()
                    .filter(one -> one.direction() == Direction.OUTBOUND && one.name().equals(named)).map(Channel::id).findFirst().orElse(null);
            if (named != null && channel == null) {
                notes.problem(at + "/terms/channel", "channel-unknown", named);
            }
            try {
                AgreementTerms read = TermsJson.ofFile(key.direction(), version.terms(), channel);
                if (read instanceof Sending sending) {
                    check(at + "/terms", key, sending, version.state(), notes);
                }
                terms.put(version, read);
            } catch (JacksonException wrong) {
                notes.problem(at + "/terms", "terms", wrong.getOriginalMessage());
            }
        }
        return terms;
    }

    private static boolean dated(Version version) {
        return switch (version.state()) {
            case DRAFT, WITHDRAWN -> true;
            case SCHEDULED, IN_FORCE, ENDED -> version.validFrom() != null
                    && (version.validTo() == null || !version.validTo().isBefore(version.validFrom()));
        };
    }

    private void check(String pointer, AgreementKey key, Sending terms, State state, ImportNotes notes) {
        if (terms.format() == null || terms.version() == null || terms.senderId() == null || terms.receiverId() == null || terms.charset() == null) {
            notes.problem(pointer, "required", terms.format());
            return;
        }
        WrittenFormats known = formats.getIfAvailable();
        String target = terms.format().equals(WrittenFormats.EDIFACT) ? terms.version()
                : terms.version().isEmpty() ? terms.format() : terms.format() + ":" + terms.version();
        boolean counts = state == State.IN_FORCE || state == State.SCHEDULED || state == State.DRAFT;
        if (counts && known != null && key.type() != null && !known.of(key.type()).contains(target)) {
            notes.problem(pointer + "/version", "version", target);
        }
    }

    private void put(AgreementKey wanted, String name, Map<Version, AgreementTerms> given, ImportNotes notes) {
        AgreementKey here = agreements.like(wanted).orElse(null);
        boolean two = repository.fourEyes(here == null ? wanted : here);
        Optional<AgreementTerms> inForce = state(given, State.IN_FORCE);
        Optional<AgreementTerms> draft = state(given, State.DRAFT).or(() -> state(given, State.SCHEDULED));
        if (here == null) {
            agreements.insert(wanted);
            if (two) {
                draft.or(() -> inForce).ifPresent(terms -> versions.save(wanted.id(), terms, "", null));
            } else {
                given.forEach((version, terms) -> repository.insert(wanted.id(), version, terms));
            }
            notes.added(Part.AGREEMENT, name);
            versions.imported(wanted);
            return;
        }
        AgreementTerms before = repository.list(here.id()).stream().filter(one -> one.state() == State.IN_FORCE).map(AgreementVersion::terms)
                .findFirst().orElse(null);
        AgreementTerms drafted = repository.draft(here.id()).map(AgreementVersion::terms).orElse(null);
        AgreementTerms toDraft = two && draft.isEmpty() ? inForce.filter(terms -> !terms.equals(before)).orElse(null) : draft.orElse(null);
        if (!two) {
            inForce.filter(terms -> differs(before, terms, name, notes)).ifPresent(terms -> versions.agree(here, terms, ""));
        }
        if (toDraft != null && !toDraft.equals(drafted) && differs(drafted == null ? before : drafted, toDraft, name, notes)) {
            versions.save(here.id(), toDraft, "", null);
        }
    }

    private static boolean differs(@Nullable AgreementTerms before, AgreementTerms after, String name, ImportNotes notes) {
        return notes.changed(Part.AGREEMENT, name, TermsJson.differences(before == null ? Map.of() : TermsJson.texts(before), TermsJson.texts(after)));
    }

    private static Optional<AgreementTerms> state(Map<Version, AgreementTerms> given, State state) {
        return given.entrySet().stream().filter(entry -> entry.getKey().state() == state).map(Map.Entry::getValue).findFirst();
    }

    private static String name(AgreementEntry entry) {
        return entry.direction() == Direction.INBOUND
                ? entry.sender() + " " + entry.receivedFormat() + (entry.type() == null ? "" : " " + entry.type())
                : entry.sender() + " → " + entry.receiver() + " " + entry.type();
    }
}
