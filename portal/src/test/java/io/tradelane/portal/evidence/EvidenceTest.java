package io.tradelane.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.portal.evidence.EvidenceVerifier.Report;
import io.tradelane.portal.evidence.EvidenceVerifier.What;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The pack is whole, a second opinion agrees, and whatever is changed in it is named. */
class EvidenceTest extends PortalTest {
    @TempDir
    static Path folder;

    @Autowired
    private Journal journal;

    @Autowired
    private ApiClients clients;

    @Test
    void holdsAllThatProvesItSignedByTheHubAndIsNotForCompanies() throws Exception {
        Map<String, byte[]> pack = pack();
        assertThat(pack).containsKeys("document.json", "transitions.json", "agreement.json", "audit.json", "evidence.pdf", "README.txt", "manifest.json",
                "manifest.json.p7s", "signer.pem", "receipts/attempts.json", "acknowledgements/acknowledgements.json");
        assertThat(pack.keySet()).anyMatch(path -> path.startsWith("payload/"));
        assertThat(new String(pack.get("transitions.json"), StandardCharsets.UTF_8)).contains("PURCHASE_ORDER", "PLACED");
        Report report = EvidenceVerifier.verify(file(pack), null);
        assertThat(report.broken()).isEmpty();
        assertThat(report.chains()).isGreaterThan(1);
        assertThat(EvidenceVerifier.verify(file(pack()), SignerFile.certificate(pack.get("signer.pem"))).broken()).as("the same key again").isEmpty();
        assertThat(Tenancy.call(Actor.hub(), () -> journal.timeline("INTERCHANGE", trade.orderInterchange))).extracting(TimelineEntry::event).contains("EVIDENCE_MADE");
        mvc.perform(get(address("zip")).with(buyer())).andExpect(status().isForbidden());
        mvc.perform(get(address("zip")).with(as(trade.operator, Role.AUDITOR))).andExpect(status().isOk());
    }

    @Test
    void openSslComesToTheSameVerdict() throws Exception {
        Map<String, byte[]> pack = pack();
        Path here = Files.createTempDirectory(folder, "openssl");
        for (String name : Set.of("manifest.json", "manifest.json.p7s", "signer.pem")) {
            Files.write(here.resolve(name), pack.get(name));
        }
        assertThat(openssl(here)).isZero();
        Files.writeString(here.resolve("manifest.json"), Files.readString(here.resolve("manifest.json")).replaceFirst("\"size\" : (\\d)", "\"size\" : 9$1"));
        assertThat(openssl(here)).isNotZero();
    }

    @Test
    void oneChangedByteIsNamedWithItsPart() throws Exception {
        for (String path : pack().keySet()) {
            Map<String, byte[]> changed = pack();
            byte[] bytes = changed.get(path);
            bytes[bytes.length / 2] ^= 1;
            String named = path;
            assertThat(EvidenceVerifier.verify(file(changed), null).broken()).as(path).extracting(EvidenceVerifier.Broken::part)
                    .anyMatch(part -> part.equals(named) || part.startsWith("manifest.json"));
        }
    }

    @Test
    void whatIsMissingOrAddedOrSignedByAnotherIsNamed() throws Exception {
        Map<String, byte[]> less = pack();
        less.remove("audit.json");
        less.put("more.txt", new byte[] {1});
        assertThat(EvidenceVerifier.verify(file(less), null).broken()).extracting(EvidenceVerifier.Broken::part, EvidenceVerifier.Broken::what)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("audit.json", What.MISSING), org.assertj.core.groups.Tuple.tuple("more.txt", What.NOT_LISTED));
        Path none = Files.writeString(folder.resolve("none.zip"), "no zip");
        assertThat(EvidenceVerifier.verify(none, null).broken()).extracting(EvidenceVerifier.Broken::what).containsExactly(What.NO_PACK);
        assertThat(EvidenceVerifier.verify(none, null).broken().getFirst().text(Locale.SIMPLIFIED_CHINESE)).contains("不是证据包");
    }

    @Test
    void thePdfTellsItInBothLanguagesAndHasThePackInIt() throws Exception {
        byte[] pdf = mvc.perform(get("/api/v1/interchanges/" + trade.orderInterchange + "/evidence.pdf").header("Accept-Language", "zh-CN").header("Authorization", key()))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("单次传输的证据", "document.json");
            var names = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            Path inside = Files.write(folder.resolve("inside.zip"), names.get("evidence.zip").getEmbeddedFile().toByteArray());
            assertThat(EvidenceVerifier.verify(inside, null).broken()).isEmpty();
        }
        byte[] english = mvc.perform(get("/api/v1/interchanges/" + trade.orderInterchange + "/evidence.pdf").header("Accept-Language", "en").header("Authorization", key()))
                .andReturn().getResponse().getContentAsByteArray();
        try (PDDocument document = Loader.loadPDF(english)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Evidence of one transmission");
        }
        assertThat(pdf.length).as("only the characters used are in it").isLessThan(1_000_000);
    }

    private String key() {
        return "Bearer " + Tenancy.call(Actor.hub(), () -> clients.create(trade.operator, "evidence", Set.of("evidence:export")).key());
    }

    private String address(String ending) {
        return "/documents/interchanges/" + trade.orderInterchange + "/evidence." + ending;
    }

    private Map<String, byte[]> pack() throws Exception {
        byte[] zip = mvc.perform(get(address("zip")).with(operator())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static Path file(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return Files.write(Files.createTempFile(folder, "pack", ".zip"), bytes.toByteArray());
    }

    private static int openssl(Path folder) throws Exception {
        Process process = new ProcessBuilder("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "manifest.json.p7s", "-content", "manifest.json",
                "-CAfile", "signer.pem", "-purpose", "any", "-out", "verified").directory(folder.toFile()).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
