package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.shared.Ids;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is agreed with a twin and how it is reached, and how that becomes the company's. */
@Component
class SandboxTerms {
    private static final Pattern DIRECTORY = Pattern.compile("D\\d\\d[ABC]");
    private static final int LONGEST_ADDRESS = 35; // data elements 0004 and 0010
    private final Agreements agreements;
    private final Channels channels;
    private final Certificates certificates;
    private final Organisations organisations;
    private final Sandboxes sandboxes;

    SandboxTerms(Agreements agreements, Channels channels, Certificates certificates, Organisations organisations, Sandboxes sandboxes) {
        this.agreements = agreements;
        this.channels = channels;
        this.certificates = certificates;
        this.organisations = organisations;
        this.sandboxes = sandboxes;
    }

    /** An address in the envelope. */
    private record Address(String id, @Nullable String qualifier) {}

    void agree(Onboarding onboarding, List<Exchanged> documents) {
        UUID other = sandboxes.open(onboarding.counterparty());
        UUID channel = channels.list(onboarding.twin()).stream().filter(one -> one.direction() == Direction.OUTBOUND).map(Channel::id).findFirst().orElse(null);
        Set<DocumentType> wanted = EnumSet.noneOf(DocumentType.class);
        for (Exchanged document : documents) {
            if (!document.sends()) {
                wanted.add(document.type());
                agreements.agree(agreement(onboarding, other, document, channel));
            }
        }
        agreements.list(onboarding.twin()).stream()
                .filter(one -> one.receiver().equals(onboarding.twin()) && !wanted.contains(one.type()))
                .forEach(one -> agreements.end(one.id()));
    }

    /** As what, and between which addresses. */
    Agreement agreement(Onboarding onboarding, UUID other, Exchanged document, @Nullable UUID channel) {
        boolean directory = DIRECTORY.matcher(document.format()).matches();
        String format = directory ? WrittenFormats.EDIFACT : document.format().split(":", 2)[0];
        String version = directory ? document.format() : document.format().substring(Math.min(document.format().length(), format.length() + 1));
        Address from = address(document.sends() ? onboarding.company() : onboarding.counterparty(), format);
        Address to = address(document.sends() ? onboarding.counterparty() : onboarding.company(), format);
        boolean answered = document.acknowledged();
        return new Agreement(Ids.next(), document.sends() ? onboarding.twin() : other, document.sends() ? other : onboarding.twin(), document.type(), format, version, null, channel, answered,
                from.id(), from.qualifier(), to.id(), to.qualifier(), "UNOC", true);
    }

    /** Its GLN, else another address in envelopes, else its name. */
    private Address address(UUID company, String format) {
        List<PartyIdentifier> known = organisations.identifiers(company);
        boolean x12 = format.equals("X12");
        return known.stream().filter(one -> one.scheme().equals(PartyIdentifier.GLN)).map(one -> new Address(one.value(), x12 ? "07" : "14")).findFirst()
                .or(() -> known.stream().filter(one -> one.scheme().startsWith("EDI"))
                        .map(one -> new Address(one.value(), one.scheme().length() > 4 ? one.scheme().substring(4) : null)).findFirst())
                .or(() -> known.stream().filter(one -> one.scheme().equals(PartyIdentifier.DUNS)).map(one -> new Address(one.value(), x12 ? "01" : "1")).findFirst())
                .orElseGet(() -> {
                    String name = organisations.find(company).orElseThrow().name();
                    return new Address(name.substring(0, Math.min(LONGEST_ADDRESS, name.length())), null);
                });
    }

    UUID connect(Onboarding onboarding, NewChannel channel) {
        channels.list(onboarding.twin()).stream().filter(one -> one.direction() == channel.direction()).forEach(one -> channels.delete(one.id()));
        UUID id = channels.create(channel);
        if (channel.direction() == Direction.OUTBOUND) {
            agreements.sendOver(id, onboarding.twin(), agreements.list(onboarding.twin()).stream()
                    .filter(one -> one.receiver().equals(onboarding.twin())).map(Agreement::id).collect(Collectors.toSet()), true);
        }
        return id;
    }

    void trust(Onboarding onboarding, PartnerCertificate.Use use, String pem) {
        certificates.add(onboarding.twin(), "partner-" + (certificates.list(onboarding.twin()).size() + 1), use, pem, null);
    }

    /** @param open channels that are open from then on; the others are the company's too, and closed */
    void goLive(Onboarding onboarding, Set<UUID> open) {
        certificates.list(onboarding.twin()).forEach(one ->
                certificates.add(onboarding.company(), one.alias(), one.use(), one.certificatePem(), one.privateKeyPem()));
        List<Agreement> tried = agreements.list(onboarding.twin());
        channels.list(onboarding.twin()).forEach(one -> channels.handOver(one.id(), onboarding.company(), open.contains(one.id())));
        tried.forEach(one -> agreements.agree(new Agreement(Ids.next(), company(one.sender()), company(one.receiver()), one.type(), one.format(),
                one.version(), one.association(), one.channel(), one.acknowledgementRequested(), one.senderId(), one.senderQualifier(),
                one.receiverId(), one.receiverQualifier(), one.charset(), false)));
    }

    private UUID company(UUID twin) {
        return Objects.requireNonNull(sandboxes.company(twin).orElseThrow());
    }
}
