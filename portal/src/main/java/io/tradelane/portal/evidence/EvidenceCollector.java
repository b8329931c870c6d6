package io.tradelane.portal.evidence;

import io.tradelane.trading.exchange.Acknowledgement;
import io.tradelane.trading.exchange.DeliveryAttempt;
import io.tradelane.trading.exchange.DocumentJson;
import io.tradelane.trading.exchange.EvidenceRecords;
import io.tradelane.trading.exchange.EvidenceRecords.Chain;
import io.tradelane.trading.exchange.EvidenceRecords.UsedCertificate;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Originals;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.incident.Correction;
import io.tradelane.trading.incident.Corrections;
import io.tradelane.trading.partner.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers the parts of an evidence pack, with the hub's rights: who may have it is decided before. */
@Component
class EvidenceCollector {
    private static final int MESSAGES = 10_000;
    private static final String RECEIPT = "as2.receipt";
    /** Doors whose originals are signed messages (S/MIME). */
    private static final Set<String> SIGNING = Set.of("as2", "mail");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final EvidenceRecords records;
    private final Interchanges interchanges;
    private final Corrections corrections;
    private final Payloads payloads;
    private final Originals originals;

    EvidenceCollector(EvidenceRecords records, Interchanges interchanges, Corrections corrections, Payloads payloads, Originals originals) {
        this.originals = originals;
        this.records = records;
        this.interchanges = interchanges;
        this.corrections = corrections;
        this.payloads = payloads;
    }

    List<EvidencePart> parts(Interchange interchange, List<Chain> chains) {
        List<EvidencePart> parts = new ArrayList<>();
        parts.add(EvidencePart.json("document.json", document(interchange)));
        parts.add(payload(interchange));
        original(interchange).ifPresent(parts::add);
        receipts(interchange, parts);
        acknowledgements(interchange, parts);
        List<UsedCertificate> certificates = records.certificates(interchange.id());
        for (int i = 0; i < certificates.size(); i++) {
            UsedCertificate used = certificates.get(i);
            parts.add(EvidencePart.of("certificates/%02d-%s-%s.pem".formatted(i + 1, used.role().toLowerCase(java.util.Locale.ROOT), safe(used.alias())),
                    used.pem().getBytes(StandardCharsets.US_ASCII)));
        }
        parts.add(EvidencePart.json("transitions.json", chains));
        parts.add(EvidencePart.json("agreement.json", Map.of("agreements", records.agreements(interchange.id()).stream().map(EvidenceCollector::agreement).toList(),
                "mapping", mapping(interchange))));
        parts.add(EvidencePart.json("audit.json", audit(interchange, chains)));
        parts.add(EvidencePart.of("README.txt", read("README.txt")));
        return parts;
    }

    private Map<String, @Nullable Object> document(Interchange i) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("interchange", i.id());
        told.put("direction", i.direction());
        told.put("status", i.status());
        told.put("sha256", HexFormat.of().formatHex(i.sha256()));
        told.put("size", i.size());
        told.put("mediaType", i.mediaType());
        told.put("fileName", i.fileName());
        told.put("door", i.door());
        told.put("transportMessageId", i.transportMessageId());
        told.put("format", i.format());
        told.put("version", i.version());
        told.put("sender", address(i.senderId(), i.senderQualifier()));
        told.put("recipient", address(i.recipientId(), i.recipientQualifier()));
        told.put("controlReference", i.controlReference());
        told.put("test", i.test());
        told.put("receivedAt", i.receivedAt());
        told.put("processedAt", i.processedAt());
        told.put("duplicateOf", i.duplicateOf());
        told.put("resubmissionOf", i.resubmissionOf());
        told.put("transport", i.properties().entrySet().stream().filter(entry -> !entry.getKey().equals(RECEIPT))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        told.put("findings", tree(i.findings()));
        told.put("messages", interchanges.messages(i.id(), -1, MESSAGES).stream().map(EvidenceCollector::message).toList());
        return told;
    }

    private static Map<String, @Nullable Object> message(Message m) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("id", m.id());
        told.put("index", m.index());
        told.put("reference", m.reference());
        told.put("type", m.type());
        told.put("version", m.version());
        told.put("association", m.association());
        told.put("number", m.documentNumber());
        told.put("status", m.status());
        told.put("verdict", m.verdict());
        told.put("byteStart", m.byteStart());
        told.put("byteEnd", m.byteEnd());
        told.put("findings", tree(m.findings()));
        told.put("document", m.document() == null ? null : tree(DocumentJson.write(m.document())));
        return told;
    }

    /** As it came or went, to the byte. */
    private EvidencePart payload(Interchange interchange) {
        return stored("payload/" + safe(interchange.fileName() == null ? interchange.id() + ".dat" : interchange.fileName()), interchange);
    }

    /** With the sender's signature, where it came with one. */
    private Optional<EvidencePart> original(Interchange interchange) {
        try (InputStream bytes = originals.open(interchange).orElse(null)) {
            return bytes == null ? Optional.empty() : Optional.of(EvidencePart.of(
                    SIGNING.contains(String.valueOf(interchange.door())) ? "signed/as-received.eml" : "original/as-received.dat", bytes.readAllBytes()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private EvidencePart stored(String path, Interchange interchange) {
        return new EvidencePart(path, interchange.size(), HexFormat.of().formatHex(interchange.sha256()),
                () -> Tenancy.call(Tenancy.Actor.hub(), () -> interchanges.bytes(interchange.id())));
    }

    /** Of what came by AS2 the receipt that we gave; of what went out those that the partner gave, each with its signature. */
    private void receipts(Interchange interchange, List<EvidencePart> parts) {
        String given = interchange.properties().get(RECEIPT);
        if (given != null) {
            parts.add(EvidencePart.of("receipts/given.mdn", Base64.getDecoder().decode(given)));
        }
        for (DeliveryAttempt attempt : interchanges.attempts(interchange.id())) {
            if (attempt.receipt() != null) {
                parts.add(EvidencePart.of("receipts/%02d-received.mdn".formatted(attempt.number()), bytes(attempt.receipt())));
            }
        }
        parts.add(EvidencePart.json("receipts/attempts.json", interchanges.attempts(interchange.id())));
    }

    private void acknowledgements(Interchange interchange, List<EvidencePart> parts) {
        List<Acknowledgement> all = interchanges.acknowledgements(interchange.id());
        parts.add(EvidencePart.json("acknowledgements/acknowledgements.json", all));
        all.stream().flatMap(ack -> Stream.of(ack.answer(), ack.answered())).filter(Objects::nonNull).filter(id -> !id.equals(interchange.id())).distinct()
                .flatMap(id -> interchanges.find(id).stream())
                .forEach(answer -> parts.add(stored("acknowledgements/" + answer.id() + "-" + safe(answer.fileName() == null ? "answer.dat" : answer.fileName()), answer)));
    }

    private static Map<String, @Nullable Object> agreement(EvidenceRecords.UsedAgreement used) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("agreement", used.agreement());
        told.put("version", used.version());
        told.put("number", used.number());
        told.put("direction", used.direction());
        told.put("documentType", used.documentType());
        told.put("validFrom", used.validFrom());
        told.put("validTo", used.validTo());
        told.put("terms", tree(used.terms()));
        return told;
    }

    private Map<String, @Nullable Object> mapping(Interchange interchange) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        String version = EvidenceCollector.class.getPackage().getImplementationVersion();
        told.put("tradelane", version == null ? "development" : version);
        told.put("format", interchange.format());
        told.put("messages", interchanges.messages(interchange.id(), -1, MESSAGES).stream()
                .map(message -> message.type() + " " + message.version() + (message.association() == null ? "" : " " + message.association())).distinct().toList());
        return told;
    }

    /** What people and machines did about it; what the hub did by itself is in the transitions. */
    private Map<String, Object> audit(Interchange interchange, List<Chain> chains) {
        List<Correction> corrected = corrections.ofInterchange(interchange.id());
        return Map.of(
                "actions", chains.stream().flatMap(chain -> chain.links().stream()).filter(link -> !"HUB".equals(link.texts().get(9)) && !"EDI".equals(link.texts().get(9)))
                        .map(link -> Map.of("entity", String.valueOf(link.texts().get(1)), "id", String.valueOf(link.texts().get(2)), "seq", link.seq(),
                                "event", String.valueOf(link.texts().get(4)), "by", String.valueOf(link.texts().get(6)), "source", String.valueOf(link.texts().get(9)),
                                "details", String.valueOf(link.texts().get(13)))).toList(),
                "corrections", corrected);
    }

    private byte[] bytes(UUID payload) {
        try (InputStream in = payloads.open(payload)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(EvidenceCollector.class.getResourceAsStream(resource))) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }

    private static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    private static @Nullable String address(@Nullable String id, @Nullable String qualifier) {
        return id == null ? null : qualifier == null ? id : id + ":" + qualifier;
    }

    private static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
    }
}
