package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.PartnerImportReport.Difference;
import io.tradelane.trading.partner.PartnerImportReport.Part;
import io.tradelane.trading.partner.PartnerImportReport.Problem;
import io.tradelane.trading.shared.CheckDigit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PartnerFilesTest extends TestDatabase {
    private static final Map<String, String> SECRETS = Map.of("${Works AS2/password}", "geheim");
    private static final String TEXT = """
            format: tradelane-partner/1
            partner:
              name: Werk %1$s
              nameLocal: 工厂
              kind: SUPPLIER
              currency: EUR
              address: {street: Hafenstr. 1, city: Bremen, postalCode: "28195", country: DE}
              contact: {name: Zentrale, phone: +49 421 1}
              fourEyes: false
              identifiers:
              - {scheme: GLN, value: "%1$s"}
              - {scheme: EDI:ZZ, value: WERK-%1$s}
              contacts:
              - {role: TECHNICAL, name: Edi Team, email: edi@works.example, language: de}
            counterparties:
            - id: buyer
              name: Käufer %2$s
              kind: BUYER
              currency: EUR
              identifiers:
              - {scheme: GLN, value: "%2$s"}
              channels:
              - {name: Buyer mail, door: mail, direction: OUTBOUND, parameters: {to: in@buyer.example}}
            channels:
            - name: Works AS2
              door: as2
              direction: OUTBOUND
              enabled: true
              parameters: {url: "https://works.example/as2"}
              secrets: {password: "${Works AS2/password}"}
            agreements:
            - direction: INBOUND
              sender: partner
              receivedFormat: EDIFACT
              versions:
              - {number: 1, state: IN_FORCE, validFrom: "2026-01-01T00:00:00Z", terms: {duplicates: {repeated: REFUSE}, sequence: HOLD}}
            - direction: OUTBOUND
              sender: buyer
              receiver: partner
              type: ORDER
              versions:
              - number: 1
                state: ENDED
                validFrom: "2025-01-01T00:00:00Z"
                validTo: "2026-01-01T00:00:00Z"
                changedBy: Erika
                terms: {format: EDIFACT, version: D96A, channel: Works AS2, acknowledgementRequested: true, senderId: "%2$s", senderQualifier: "14",
                  receiverId: "%1$s", receiverQualifier: "14", charset: UNOC, test: false}
              - number: 2
                state: IN_FORCE
                validFrom: "2026-01-01T00:00:00Z"
                basedOn: 1
                reason: new directory
                terms: {format: EDIFACT, version: D01B, channel: Works AS2, acknowledgementRequested: true, senderId: "%2$s", senderQualifier: "14",
                  receiverId: "%1$s", receiverQualifier: "14", charset: UNOC, test: false, batching: {messages: 20, minutes: 15},
                  acknowledgements: {answer: USUAL, interchange: USUAL, expected: SYNTAX, deadlineMinutes: 120, rejected: REJECTED,
                    acknowledged: ACCEPTED, received: RECEIVED, withErrors: ACCEPTED}}
            crossReferences:
            - {kind: UNIT, theirs: STK, ours: C62, from: "2026-01-01"}
            - {kind: GTIN, theirs: A-1, ours: "04012345000016", from: "2026-01-01", until: "2026-12-31"}
            reading:
            - {format: CSV, type: ORDER, table: {columns: {Bestellnummer: number}, skip: 2}}
            """;
    @Autowired PartnerFiles files;
    @Autowired Agreements agreements;
    @Autowired Channels channels;
    @Autowired CrossReferences crossReferences;

    @Test
    void whatIsShownBeforeIsWhatIsDoneAndASecondTimeThereIsNothingToDo() {
        PartnerFile file = read(text(newGln(), newGln()));
        PartnerImportReport shown = Tenancy.call(operator(), () -> files.preview(file, SECRETS));
        assertThat(shown.problems()).isEmpty();
        assertThat(shown.applied()).isFalse();
        assertThat(shown.differences()).extracting(Difference::part).contains(
                Part.PARTNER, Part.CONTACT, Part.COUNTERPARTY, Part.CHANNEL, Part.AGREEMENT, Part.CROSS_REFERENCE, Part.READING);
        assertThat(hub(() -> organisations.byIdentifier("EDI:ZZ", "WERK-" + file.partner().identifiers().getFirst().value()))).as("nothing is done yet").isEmpty();

        PartnerImportReport done = apply(file);
        assertThat(done.applied()).isTrue();
        assertThat(done.differences()).isEqualTo(shown.differences());
        assertThat(apply(file)).isEqualTo(new PartnerImportReport(done.partner(), true, List.of(), List.of(), List.of()));
        UUID partner = done.partner();
        UUID buyer = hub(() -> organisations.byIdentifier("GLN", file.counterparties().getFirst().identifiers().getFirst().value())).orElseThrow().id();
        assertThat(hub(() -> agreements.outbound(buyer, partner, DocumentType.ORDER))).get().extracting(Agreement::version).isEqualTo("D01B");
        assertThat(hub(() -> channels.list(partner)).getFirst()).extracting(Channel::enabled, Channel::secrets)
                .containsExactly(true, Map.of("password", "geheim"));
        assertThat(hub(() -> crossReferences.list(partner))).extracting(CrossReference::ours).containsExactly("04012345000016", "C62");
    }

    @Test
    void aPartnerThatWentOutAndCameInOnAnotherHubGoesOutTheSame() {
        String gln = newGln();
        String buyer = newGln();
        UUID partner = apply(read(text(gln, buyer))).partner();
        PartnerFile first = hub(() -> files.export(partner)).orElseThrow();
        String json = PartnerFileText.json(first);
        assertThat(json).doesNotContain("geheim").contains("${Works AS2/password}");
        assertThat(PartnerFileText.read(PartnerFileText.yaml(first)).file()).isEqualTo(first);

        // Another hub: the same file, where nobody has these numbers.
        String otherGln = newGln();
        String otherBuyer = newGln();
        String elsewhere = json.replace(gln, otherGln).replace(buyer, otherBuyer);
        UUID there = apply(read(elsewhere)).partner();
        assertThat(there).isNotEqualTo(partner);
        assertThat(PartnerFileText.json(hub(() -> files.export(there)).orElseThrow())).isEqualTo(elsewhere);
    }

    @Test
    void whatDiffersIsShownAndOnlyThatIsChanged() {
        String gln = newGln();
        String buyer = newGln();
        UUID partner = apply(read(text(gln, buyer))).partner();
        PartnerFile changed = read(text(gln, buyer).replace("version: D01B", "version: D21B").replace("Hafenstr. 1", "Hafenstr. 2")
                .replace("https://works.example/as2", "https://new.example/as2"));
        PartnerImportReport report = apply(changed);
        assertThat(report.differences()).extracting(Difference::part).containsExactly(Part.PARTNER, Part.CHANNEL, Part.AGREEMENT);
        assertThat(report.differences()).flatExtracting(Difference::details).containsExactly(
                new TermDifference("address.street", "Hafenstr. 1", "Hafenstr. 2"),
                new TermDifference("parameters.url", "https://works.example/as2", "https://new.example/as2"),
                new TermDifference("version", "D01B", "D21B"));
        UUID from = hub(() -> organisations.byIdentifier("GLN", buyer)).orElseThrow().id();
        assertThat(hub(() -> agreements.outbound(from, partner, DocumentType.ORDER))).get().extracting(Agreement::version).isEqualTo("D21B");
    }

    @Test
    void nothingIsDoneOfAFileWithAMistakeInIt() {
        String gln = newGln();
        PartnerFile file = read(text(gln, newGln()).replace("ours: C62", "ours: \"\""));
        assertThat(apply(file).problems()).containsExactly(new Problem("/crossReferences/0", "cross-reference", "STK"));
        assertThat(hub(() -> organisations.byIdentifier("GLN", gln))).isEmpty();
        PartnerFile unknown = read(text(gln, newGln()).replace("sender: buyer", "sender: nobody"));
        assertThat(apply(unknown).problems()).containsExactly(new Problem("/agreements/1/sender", "party-unknown", "nobody"));
        PartnerFile overlapping = read(text(gln, newGln()).replace("validTo: \"2026-01-01T00:00:00Z\"", "validTo: \"2026-02-01T00:00:00Z\""));
        assertThat(apply(overlapping).problems()).extracting(Problem::code).containsExactly("conflict");
        PartnerFile wrong = read(text("4012345000010", newGln()));
        assertThat(apply(wrong).problems()).extracting(Problem::pointer, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/partner/identifiers/0", "gln"));
        assertThat(hub(() -> organisations.byIdentifier("GLN", gln))).isEmpty();
    }

    @Test
    void aTextThatIsNoSuchFileIsAnsweredWithThePlace() {
        assertThat(PartnerFileText.read("{\"format\":\"x\",\"partner\":{\"naem\":1}}")).extracting(PartnerFileText.Read::pointer).isEqualTo("/partner/naem");
        assertThat(PartnerFileText.read("- a\n- b").file()).isNull();
        assertThat(PartnerFileText.read("a: [").problem()).isNotEmpty();
        assertThat(apply(read("format: other/9")).problems()).extracting(Problem::code).containsExactly("format");
    }

    @Test
    void aChannelWithoutItsSecretIsStopped() {
        PartnerImportReport report = Tenancy.call(operator(), () -> files.apply(read(text(newGln(), newGln())), Map.of()));
        assertThat(report.secrets()).containsExactly("${Works AS2/password}");
        assertThat(hub(() -> channels.list(report.partner())).getFirst().enabled()).isFalse();
    }

    @Test
    void whereTwoPeopleAreWantedAnAgreementComesInAsADraft() {
        String gln = newGln();
        String buyer = newGln();
        UUID partner = apply(read(text(gln, buyer).replace("fourEyes: false", "fourEyes: true"))).partner();
        UUID from = hub(() -> organisations.byIdentifier("GLN", buyer)).orElseThrow().id();
        assertThat(hub(() -> agreements.outbound(from, partner, DocumentType.ORDER))).isEmpty();
        assertThat(hub(() -> files.export(partner)).orElseThrow().agreements()).allSatisfy(entry ->
                assertThat(entry.versions()).extracting(PartnerFile.Version::state).containsExactly(AgreementVersion.State.DRAFT));
    }

    private PartnerImportReport apply(PartnerFile file) {
        return Tenancy.call(operator(), () -> files.apply(file, SECRETS));
    }

    private static PartnerFile read(String text) {
        PartnerFileText.Read read = PartnerFileText.read(text);
        assertThat(read.problem()).as(read.pointer()).isEmpty();
        return read.file();
    }

    private static String text(String gln, String buyer) {
        return TEXT.formatted(gln, buyer);
    }

    private static String newGln() {
        String digits = "40" + String.format("%010d", Long.parseLong(unique("")) % 10_000_000_000L);
        return digits + CheckDigit.of(digits);
    }
}
