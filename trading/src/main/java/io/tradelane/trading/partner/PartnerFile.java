package io.tradelane.trading.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Organisation.Address;
import io.tradelane.trading.partner.Organisation.Contact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A partner as one file: its profile, and all that is agreed with it. The published schema is {@code partner-1.schema.json}. It holds
 * no secret: what a channel needs is a placeholder by name, for which a value is given when the file is imported.
 *
 * @param format {@link #FORMAT}
 * @param counterparties who else takes part in the agreements, by the names that these use
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartnerFile(
        String format,
        Profile partner,
        List<Counterparty> counterparties,
        List<OwnCertificate> certificates,
        List<OwnChannel> channels,
        List<AgreementEntry> agreements,
        List<CrossReferenceEntry> crossReferences,
        List<Reading> reading) {
    public static final String FORMAT = "tradelane-partner/1";
    /** How agreements name the partner of the file itself. */
    public static final String SELF = "partner";

    public PartnerFile {
        counterparties = orNone(counterparties);
        certificates = orNone(certificates);
        channels = orNone(channels);
        agreements = orNone(agreements);
        crossReferences = orNone(crossReferences);
        reading = orNone(reading);
    }

    /** @param currency ISO 4217 @param fourEyes whether two people are needed to change what is agreed */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Profile(
            String name, @Nullable String nameLocal, Organisation.Kind kind, String currency, @Nullable Address address, @Nullable Contact contact,
            @Nullable Boolean fourEyes, List<PartyIdentifier> identifiers, List<Person> contacts) {

        public Profile {
            identifiers = orNone(identifiers);
            contacts = orNone(contacts);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Person(OrganisationContact.Role role, String name, @Nullable String phone, @Nullable String email, @Nullable String language) {}

    /** @param id how agreements name it @param channels those that the agreements go over, without their state */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Counterparty(
            String id, String name, @Nullable String nameLocal, Organisation.Kind kind, String currency, List<PartyIdentifier> identifiers,
            List<OwnChannel> channels) {

        public Counterparty {
            identifiers = orNone(identifiers);
            channels = orNone(channels);
        }
    }

    /** The public part. */
    public record OwnCertificate(String alias, PartnerCertificate.Use use, String pem) {}

    /** @param secrets placeholder of each secret by its name @param enabled absent: it is stopped if it is made */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record OwnChannel(
            String name, String door, Direction direction, @Nullable Boolean enabled, Map<String, String> parameters, Map<String, String> secrets) {

        public OwnChannel {
            parameters = parameters == null ? Map.of() : new TreeMap<>(parameters);
            secrets = secrets == null ? Map.of() : new TreeMap<>(secrets);
        }
    }

    /**
     * @param sender {@link #SELF}, or the id of a counterparty
     * @param receiver of an OUTBOUND agreement, likewise
     * @param type absent of an INBOUND one about all kinds
     * @param receivedFormat of an INBOUND one
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record AgreementEntry(
            Direction direction, String sender, @Nullable String receiver, @Nullable DocumentType type, @Nullable String receivedFormat,
            List<Version> versions) {

        public AgreementEntry {
            versions = orNone(versions);
        }
    }

    /** @param terms as {@link AgreementTerms}, the channel by its name */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Version(
            int number, AgreementVersion.State state, JsonNode terms, @Nullable Instant validFrom, @Nullable Instant validTo,
            @Nullable Integer basedOn, @Nullable String reason, @Nullable String changedBy, @Nullable Instant changedAt,
            @Nullable String activatedBy, @Nullable Instant activatedAt, @Nullable String activationReason) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record CrossReferenceEntry(CrossReference.Kind kind, String theirs, String ours, LocalDate from, @Nullable LocalDate until) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reading(
            String format, @Nullable DocumentType type, ReadingSetting.@Nullable CodeLists codeLists, @Nullable Boolean rules, @Nullable JsonNode table) {}

    /** What stands in the file in place of a secret, and what it is given under. */
    static String placeholder(String channel, String secret) {
        return "${" + channel + "/" + secret + "}";
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
