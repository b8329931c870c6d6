package io.tradelane.portal.evidence;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.EvidenceRecords;
import io.tradelane.trading.exchange.EvidenceRecords.Chain;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes evidence packs: ZIP with all parts, their hashes and the hub's signature, and the same told in a PDF. That one was made is recorded. */
@Component
class EvidencePacks {
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final EvidenceCollector collector;
    private final EvidenceRecords records;
    private final EvidenceSigner signer;
    private final EvidencePdf pdf;
    private final Interchanges interchanges;
    private final Journal journal;
    private final Clock clock;

    EvidencePacks(
            EvidenceCollector collector, EvidenceRecords records, EvidenceSigner signer, EvidencePdf pdf, Interchanges interchanges, Journal journal, Clock clock) {
        this.collector = collector;
        this.records = records;
        this.signer = signer;
        this.pdf = pdf;
        this.interchanges = interchanges;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param parts all, the PDF among them, without manifest and signature */
    record Pack(Interchange interchange, List<EvidencePart> parts, byte[] manifest, EvidenceSigner.Signed signed, byte[] pdf) {}

    /** Empty where the actor, who has to be the operator or the auditor, sees no such interchange. */
    Optional<Pack> make(UUID interchange, Locale locale) {
        Actor actor = Tenancy.current();
        return actor.scope() == Scope.ORGANISATION ? Optional.empty()
                : interchanges.find(interchange).map(found -> Tenancy.call(
                        new Actor(Scope.HUB, actor.organisation(), actor.user(), actor.name(), actor.source()), () -> make(found, actor, locale)));
    }

    private Pack make(Interchange interchange, Actor actor, Locale locale) {
        Instant now = clock.instant();
        List<Chain> chains = records.chains(interchange.id());
        List<EvidencePart> parts = new ArrayList<>(collector.parts(interchange, chains));
        byte[] told = pdf.write(interchange, interchanges.messages(interchange.id(), -1, 100), chains, parts, now, actor.name(), locale);
        parts.add(EvidencePart.of("evidence.pdf", told));
        byte[] manifest = JSON.writeValueAsString(Manifest.of(interchange.id(), now, actor.name(), parts)).getBytes(StandardCharsets.UTF_8);
        EvidenceSigner.Signed signed = signer.sign(manifest);
        Set<UUID> visibleTo = interchange.organisation() == null ? Set.of() : Set.of(interchange.organisation());
        journal.record(new Entry("INTERCHANGE", interchange.id(), null, "EVIDENCE_MADE", null, interchange.id(), null, visibleTo,
                Map.of("manifest", HexFormat.of().formatHex(Sha256.of(manifest)))));
        return new Pack(interchange, parts, manifest, signed, told);
    }

    /** @throws IOException if a part is not what its hash says, or nobody takes the bytes */
    void zip(Pack pack, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (EvidencePart part : pack.parts()) {
                entry(zip, part);
            }
            entry(zip, EvidencePart.of(Manifest.PATH, pack.manifest()));
            entry(zip, EvidencePart.of(Manifest.SIGNATURE, pack.signed().signature()));
            entry(zip, EvidencePart.of(Manifest.SIGNER, pack.signed().certificatePem().getBytes(StandardCharsets.US_ASCII)));
        }
    }

    private static void entry(ZipOutputStream zip, EvidencePart part) throws IOException {
        var digest = Sha256.digest();
        zip.putNextEntry(new ZipEntry(part.path()));
        try (InputStream in = part.source().open()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        zip.closeEntry();
        if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new IOException(part.path() + " is not what was stored");
        }
    }
}
