package io.tradelane.trading.partner;

import io.tradelane.trading.partner.AgreementVersion.Hand;
import io.tradelane.trading.partner.PartnerFile.AgreementEntry;
import io.tradelane.trading.partner.PartnerFile.Counterparty;
import io.tradelane.trading.partner.PartnerFile.CrossReferenceEntry;
import io.tradelane.trading.partner.PartnerFile.OwnCertificate;
import io.tradelane.trading.partner.PartnerFile.OwnChannel;
import io.tradelane.trading.partner.PartnerFile.Person;
import io.tradelane.trading.partner.PartnerFile.Profile;
import io.tradelane.trading.partner.PartnerFile.Reading;
import io.tradelane.trading.partner.PartnerFile.Version;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a partner as a file. The same partner gives the same file, on whatever hub. */
@Component
class PartnerExport {
    private final Organisations organisations;
    private final OrganisationContacts contacts;
    private final Certificates certificates;
    private final Channels channels;
    private final AgreementVersions versions;
    private final CrossReferences crossReferences;
    private final ReadingSettings reading;

    PartnerExport(Organisations organisations, OrganisationContacts contacts, Certificates certificates, Channels channels,
            AgreementVersions versions, CrossReferences crossReferences, ReadingSettings reading) {
        this.organisations = organisations;
        this.contacts = contacts;
        this.certificates = certificates;
        this.channels = channels;
        this.versions = versions;
        this.crossReferences = crossReferences;
        this.reading = reading;
    }

    Optional<PartnerFile> of(UUID id) {
        return organisations.find(id).map(this::of);
    }

    private PartnerFile of(Organisation partner) {
        UUID id = partner.id();
        List<AgreementKey> keys = versions.keys(id);
        Map<UUID, String> names = names(id, keys);
        Map<UUID, Channel> known = channels.list().stream().collect(Collectors.toMap(Channel::id, channel -> channel));
        Set<UUID> used = new LinkedHashSet<>();
        List<AgreementEntry> agreements = keys.stream().map(key -> agreement(key, names, known, used))
                .sorted(Comparator.comparing(AgreementEntry::direction).thenComparing(AgreementEntry::sender)
                        .thenComparing(entry -> String.valueOf(entry.receiver())).thenComparing(entry -> String.valueOf(entry.type()))
                        .thenComparing(entry -> String.valueOf(entry.receivedFormat())))
                .toList();
        return new PartnerFile(PartnerFile.FORMAT, profile(partner),
                names.keySet().stream().filter(other -> !other.equals(id)).map(other -> counterparty(other, names, known, used)).toList(),
                certificates.list(id).stream().filter(one -> one.privateKeyPem() == null)
                        .map(one -> new OwnCertificate(one.alias(), one.use(), one.certificatePem()))
                        .sorted(Comparator.comparing(OwnCertificate::alias)).toList(),
                known.values().stream().filter(channel -> channel.organisation().equals(id)).map(channel -> channel(channel, true))
                        .sorted(BY_NAME).toList(),
                agreements,
                crossReferences.list(id).stream().map(one -> new CrossReferenceEntry(one.kind(), one.theirs(), one.ours(), one.from(), one.until())).toList(),
                reading.list(id).stream().map(one -> new Reading(one.format(), one.type(), one.codeLists(), one.rules(),
                        one.table() == null ? null : TermsJson.tree(one.table()))).toList());
    }

    private static final Comparator<OwnChannel> BY_NAME = Comparator.comparing(OwnChannel::name).thenComparing(OwnChannel::direction);

    private Profile profile(Organisation partner) {
        return new Profile(partner.name(), partner.nameLocal(), partner.kind(), partner.currency(),
                partner.address().equals(Organisation.Address.UNKNOWN) ? null : partner.address(),
                partner.contact().equals(Organisation.Contact.UNKNOWN) ? null : partner.contact(),
                versions.fourEyes(partner.id()) ? true : null, organisations.identifiers(partner.id()),
                contacts.list(partner.id()).stream().map(one -> new Person(one.role(), one.name(), one.phone(), one.email(), one.language())).toList());
    }

    /** How each is named in the file: the others by their first identifier, else by their name. */
    private Map<UUID, String> names(UUID partner, List<AgreementKey> keys) {
        Map<String, UUID> sorted = new java.util.TreeMap<>();
        keys.stream().flatMap(key -> Stream.of(key.sender(), key.receiver())).filter(Objects::nonNull).filter(id -> !id.equals(partner)).distinct()
                .forEach(id -> sorted.put(organisations.identifiers(id).stream().findFirst().map(one -> one.scheme() + ":" + one.value())
                        .orElseGet(() -> organisations.find(id).orElseThrow().name()), id));
        Map<UUID, String> names = new LinkedHashMap<>();
        names.put(partner, PartnerFile.SELF);
        sorted.forEach((name, id) -> names.put(id, name));
        return names;
    }

    private Counterparty counterparty(UUID id, Map<UUID, String> names, Map<UUID, Channel> known, Set<UUID> used) {
        Organisation other = organisations.find(id).orElseThrow();
        return new Counterparty(Objects.requireNonNull(names.get(id)), other.name(), other.nameLocal(), other.kind(), other.currency(),
                organisations.identifiers(id),
                used.stream().map(known::get).filter(Objects::nonNull).filter(channel -> channel.organisation().equals(id))
                        .map(channel -> channel(channel, false)).sorted(BY_NAME).toList());
    }

    private static OwnChannel channel(Channel channel, boolean state) {
        return new OwnChannel(channel.name(), channel.door(), channel.direction(), state ? channel.enabled() : null, channel.parameters(),
                channel.secrets().keySet().stream().collect(Collectors.toMap(name -> name, name -> PartnerFile.placeholder(channel.name(), name))));
    }

    private AgreementEntry agreement(AgreementKey key, Map<UUID, String> names, Map<UUID, Channel> known, Set<UUID> used) {
        return new AgreementEntry(key.direction(), Objects.requireNonNull(names.get(key.sender())),
                key.receiver() == null ? null : names.get(key.receiver()), key.type(), key.format(),
                versions.list(key.id()).reversed().stream().map(version -> version(version, known, used)).toList());
    }

    private static Version version(AgreementVersion version, Map<UUID, Channel> known, Set<UUID> used) {
        Channel channel = version.terms() instanceof AgreementTerms.Sending sending && sending.channel() != null ? known.get(sending.channel()) : null;
        if (channel != null) {
            used.add(channel.id());
        }
        @Nullable Hand activated = version.activated();
        return new Version(version.number(), version.state(), TermsJson.named(version.terms(), channel == null ? null : channel.name()),
                version.validFrom(), version.validTo(), version.basedOn(), version.reason().isEmpty() ? null : version.reason(),
                version.changed().name(), version.changed().at(), activated == null ? null : activated.name(),
                activated == null ? null : activated.at(), version.activationReason());
    }
}
