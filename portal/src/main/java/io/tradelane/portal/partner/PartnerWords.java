package io.tradelane.portal.partner;

import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.partner.AgreementKey;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.DoorCatalogue.Label;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.OrganisationContact;
import io.tradelane.trading.partner.PartnerCertificate;
import io.tradelane.trading.partner.PartnerImportReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How partners and connections are spoken of, in templates {@code #partnerWords}. */
@Component("partnerWords")
class PartnerWords implements Vocabulary {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int SOON = 30;
    private static final int VERY_SOON = 7;
    private final Words words;
    private final Channels channels;
    private final Clock clock;

    PartnerWords(Words words, Channels channels, Clock clock) {
        this.channels = channels;
        this.words = words;
        this.clock = clock;
    }

    public String label(Label label) {
        return words.chinese() ? label.zh() : label.en();
    }

    /** What an agreement is about. */
    public String title(AgreementKey agreement) {
        String type = agreement.type() == null ? "" : words.of(agreement.type());
        return agreement.format() == null ? type : (agreement.format() + " " + type).strip();
    }

    /** The name of a term by its path. */
    public String term(String path) {
        return words.textOr("term." + path, path);
    }

    /** What it says, in words where there are some. */
    public String said(String term, @Nullable String value) {
        if (value == null) {
            return "–";
        }
        if (term.equals("channel")) {
            return channels.find(UUID.fromString(value)).map(Channel::name).orElse(value);
        }
        return switch (value) {
            case "true" -> words.text("answer.yes");
            case "false" -> words.text("answer.no");
            default -> value;
        };
    }

    /** Why a file cannot be imported. */
    public String importProblem(PartnerImportReport.Problem problem) {
        return words.textOr("partner.import.problem." + problem.code(), words.textOr("identifier.problem." + problem.code(), problem.code()))
                + (problem.value().isEmpty() ? "" : ": " + problem.value());
    }

    /** Phone and e-mail. */
    public String reached(OrganisationContact contact) {
        return Stream.of(contact.phone(), contact.email()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    public String left(Instant end) {
        long days = days(end);
        return days < 0 ? words.text("certificate.expired") : words.text("certificate.days", days);
    }

    public String toneOf(Instant end) {
        long days = days(end);
        return days < VERY_SOON ? "bad" : days < SOON ? "warn" : "ok";
    }

    /** A party by its name, else by its first number. */
    public String party(Party party) {
        return party.name() != null ? party.name() : party.identifiers().stream().map(Party.Identifier::value).findFirst().orElse("–");
    }

    /** What a company of whom nobody knows more than its role in a document most likely is. */
    public Organisation.Kind kind(Party party) {
        return switch (party.role()) {
            case SUPPLIER, MANUFACTURER, SHIP_FROM, CONSIGNOR, INVOICER, PAYEE -> Organisation.Kind.SUPPLIER;
            case CARRIER, FREIGHT_FORWARDER, WAREHOUSE -> Organisation.Kind.CARRIER;
            default -> Organisation.Kind.BUYER;
        };
    }

    public String contact(Organisation partner) {
        Organisation.Contact contact = partner.contact();
        String text = Stream.of(contact.name(), contact.phone(), contact.email()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        return text.isEmpty() ? "–" : text;
    }

    public String address(Organisation partner) {
        Organisation.Address address = partner.address();
        String text = Stream.of(address.street(), address.postalCode(), address.city(), address.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "–" : text;
    }

    /** {@code SHA-256} in groups of two bytes. */
    public String fingerprint(PartnerCertificate certificate) {
        return certificate.fingerprint().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** A time by the partner's clock. */
    public String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    public String remaining(PartnerCertificate certificate) {
        return left(certificate.validTo());
    }

    /** Amber a month before a certificate ends, red a week before. */
    public String tone(PartnerCertificate certificate) {
        return toneOf(certificate.validTo());
    }

    private long days(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? -1 : left.toDays();
    }
}
