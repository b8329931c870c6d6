package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.cartridge.UnwritableException;
import io.tradelane.mappings.cli.CheckCommand;
import io.tradelane.mappings.cli.TranslateCommand;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.xml.XmlSchema;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.PartyRole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.ValidatorHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

class OverlayTest {
    private static final Path EXAMPLES = examples();
    private static final String ORDER = "4012345500004-14/ORDERS-D96A/";

    @TempDir
    private Path folder;

    private static Path examples() {
        try {
            return Path.of(OverlayTest.class.getResource("/io/tradelane/mappings/overlays").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Reading read(Path file, Overlays overlays) {
        try {
            return Reading.of(new ByteArrayInputStream(Files.readAllBytes(file)), ReadOptions.defaults().withOverlays(overlays));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private OverlayFolder.Loaded with(String changes) throws IOException {
        return with("<grammar>\n" + changes + "\n</grammar>", "D96A");
    }

    private OverlayFolder.Loaded with(String content, String directory) throws IOException {
        Path file = folder.resolve("broken/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd"
                         partner="4012345500004:14" message="ORDERS" directory="%s" valid-from="2026-01-01">
                %s
                </overlay>
                """.formatted(directory, content));
        return new OverlayFolder(folder).load();
    }

    @Test
    void theExamplesInTheFoldersOfPartnersAreAsTheirIndexSays() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        int code = CheckCommand.run(new String[] {EXAMPLES.toString(), "--overlays", EXAMPLES.toString()}, print, print);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("13 files, 13 agree");
        assertThat(code).isZero();
    }

    @Test
    void withoutTheOverlaysTheGoodExamplesAreRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(CheckCommand.run(new String[] {EXAMPLES.toString()}, print, print)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("gate-and-promised-day.edi: expected valid", "drawing-in-a-line.edi: expected valid");
    }

    @Test
    void aFieldIsReadFromWhereThePartnerSendsItAndAValueForWhatItMeans() {
        Reading read = read(EXAMPLES.resolve(ORDER + "examples/gate-and-promised-day.edi"), new OverlayFolder(EXAMPLES).load().overlays());

        OrderDocument order = (OrderDocument) read.only().document();
        assertThat(order.requestedDelivery()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(order.party(PartyRole.BUYER)).isPresent();
        assertThat(order.lines()).hasSize(1);
    }

    @Test
    void theDayOfReceiptCountsWhereTheEnvelopeSaysNoneOfPreparation() throws IOException {
        String text = Files.readString(EXAMPLES.resolve(ORDER + "examples/gate-and-promised-day.edi")).replace("260302:1000", "");
        ReadOptions options = ReadOptions.defaults().withOverlays(new OverlayFolder(EXAMPLES).load().overlays());

        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.of(new ByteArrayInputStream(bytes), options.receivedOn(LocalDate.of(2026, 5, 1))).errors())
                .doesNotContain("SEGMENT_UNKNOWN");
        assertThat(Reading.of(new ByteArrayInputStream(bytes), options.receivedOn(LocalDate.of(2027, 5, 1))).errors())
                .contains("SEGMENT_UNKNOWN");
    }

    @Test
    void sendersInOneFileAreReadEachByItsOwn() throws IOException {
        String own = Files.readString(EXAMPLES.resolve(ORDER + "examples/gate-and-promised-day.edi"));
        String other = Files.readString(EXAMPLES.resolve(ORDER + "examples/of-another-partner.edi"));
        ReadOptions options = ReadOptions.defaults().withOverlays(new OverlayFolder(EXAMPLES).load().overlays());

        Reading read = Reading.of(new ByteArrayInputStream((own + other + own).getBytes(StandardCharsets.UTF_8)), options);

        assertThat(read.messages()).extracting(MessageResult::valid).containsExactly(true, false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <insert at="NAD/ZZZ"/>                            | no segment ZZZ, and none is defined
        <insert at="NAD/LOC" after="QTY"/>                | has no QTY in the group of NAD
        <use at="LIN/QQQ" max="3"/>                       | has no QQQ in the group of LIN
        <use at="LIN/IMD" max="many"/>                    | max is a number, not "many"
        <use at="LIN/IMD" maximum="3"/>                   | has no attribute maximum
        <use at="lin" max="3"/>                           | no place in a message
        <element at="BGM/9999" max="3"/>                  | segment BGM has no such data element
        <element at="NAD/C082" max="3"/>                  | a composite has neither a length nor codes
        <codes at="BGM/1004" add="X"/>                    | data element 1004 has no list of codes
        <codes at="DTM/2005" add="FARTOOLONGACODE"/>      | FARTOOLONGACODE
        <define tag="ZGT"><element id="9998"/></define>   | has no data element 9998
        <define tag="ZGT"><element id="Z1" type="x"/></define> | type x is none of an, a, n
        <define tag="zgt"><element id="1154"/></define>   | no tag of a segment
        <remove at="UNS"/>                                | no remove
        <use at="UNS" max="2">                            | NOT_WELL_FORMED
        """)
    void whatIsWrongInAnOverlayIsSaidWithItsFileAndLineAndTheOverlayIsNotUsed(String change, String text) throws IOException {
        OverlayFolder.Loaded loaded = with(change);

        assertThat(loaded.overlays().size()).isZero();
        assertThat(loaded.problems()).hasSize(1);
        OverlayFolder.Problem problem = loaded.problems().getFirst();
        assertThat(problem.text()).contains(text);
        assertThat(problem.line()).isBetween(4, 6);
        assertThat(problem.toString()).startsWith(folder.resolve("broken/overlay.xml") + ":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <field name="nothing" at="BGM/1004"/>                          | no field nothing in order
        <field name="requestedDelivery" at="DTM[2005=Z01]/2380"/>      | field requestedDelivery is of type date
        <rows name="nothing" at="NAD"/>                                | no rows nothing in order
        <field name="number" at="QQQ/1004"/>                           | has no QQQ
        <constant at="BGM/1001" value="220"/>                          | where it is for writing
        <field name="number"/>                                         | has no at
        """)
    void aMappingThatNobodyWouldReadIsRefused(String declaration, String text) throws IOException {
        OverlayFolder.Loaded loaded = with("<mapping>\n" + declaration + "\n</mapping>", "D96A");

        assertThat(loaded.problems()).singleElement().satisfies(problem -> assertThat(problem.text()).contains(text));
        assertThat(loaded.problems().getFirst().line()).isEqualTo(3);
        assertThat(loaded.overlays().size()).isZero();
    }

    @Test
    void anUnknownDirectoryOrAForeignEntityIsRefused() throws IOException {
        assertThat(with("", "D99Z").problems()).singleElement().satisfies(problem -> assertThat(problem.text()).contains("no directory D99Z"));
        Files.writeString(folder.resolve("broken/overlay.xml"), "<!DOCTYPE overlay [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><overlay>&x;</overlay>");
        assertThat(new OverlayFolder(folder).load().problems()).singleElement().satisfies(problem -> assertThat(problem.text()).contains("REFUSED"));
    }

    @Test
    void aBrokenOverlayLeavesTheOthersAlone() throws IOException {
        Path good = folder.resolve("good/overlay.xml");
        Files.createDirectories(good.getParent());
        Files.copy(EXAMPLES.resolve(ORDER + "overlay.xml"), good);
        OverlayFolder.Loaded loaded = with("<use at=\"QQQ\" max=\"3\"/>");

        assertThat(loaded.problems()).hasSize(1);
        assertThat(read(EXAMPLES.resolve(ORDER + "examples/gate-and-promised-day.edi"), loaded.overlays()).valid()).isTrue();
    }

    @Test
    void ofTwoOverlaysThatHoldOnOneDayTheFirstCountsAndTheSecondIsToldOf() throws IOException {
        for (String name : new String[] {"a", "b"}) {
            Path file = folder.resolve(name + "/overlay.xml");
            Files.createDirectories(file.getParent());
            Files.copy(EXAMPLES.resolve(ORDER + "overlay.xml"), file);
        }
        OverlayFolder.Loaded loaded = new OverlayFolder(folder).load();

        assertThat(loaded.overlays().size()).isEqualTo(1);
        assertThat(loaded.problems()).singleElement().satisfies(problem -> assertThat(problem.file()).isEqualTo(folder.resolve("b/overlay.xml")));
    }

    @Test
    void aChangeOfAFileIsSeenAndNothingIsReadAgainWithoutOne() throws IOException {
        OverlayFolder watched = new OverlayFolder(folder.resolve("later"));
        assertThat(watched.load().overlays().size()).isZero();
        Path file = folder.resolve("later/partner/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.copy(EXAMPLES.resolve(ORDER + "overlay.xml"), file);
        OverlayFolder.Loaded first = watched.load();
        assertThat(first.overlays().size()).isEqualTo(1);
        assertThat(watched.load()).isSameAs(first);

        Files.writeString(file, Files.readString(file).replace("2026-12-31", "2026-02-01"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(read(EXAMPLES.resolve(ORDER + "examples/gate-and-promised-day.edi"), watched.load().overlays()).errors())
                .contains("SEGMENT_UNKNOWN");
        Files.delete(file);
        assertThat(watched.load().overlays().size()).isZero();
    }

    private static String write(OrderDocument order, Target target, Overlays overlays, String recipient, String qualifier, String day) {
        Envelope envelope = Envelope.of(
                new PartyAddress("4012345500004", qualifier), new PartyAddress(recipient, qualifier), "123456789", Instant.parse(day + "T10:00:00Z"));
        byte[] bytes = Translator.standard().write(List.of(order), target, envelope.withOverlays(overlays));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static OrderDocument order() {
        Path file = EXAMPLES.resolve("8712345000004-14/ORDERS-D96A/examples/dock-and-second-day.edi");
        return (OrderDocument) read(file, new OverlayFolder(EXAMPLES).load().overlays().ofRecipients()).only().document();
    }

    @Test
    void anOrderIsWrittenAsItsRecipientWantsItAndReadBackTheSame() {
        Overlays overlays = new OverlayFolder(EXAMPLES).load().overlays();

        String text = write(order(), Target.edifact("D96A"), overlays, "8712345000004", "14", "2026-03-02");

        assertThat(text).contains("DTM+2:20260320:102'DTM+Z02:20260320:102'", "'ZDK+PO-4711+A1'NAD+").contains("NAD+ZSU+").doesNotContain("NAD+SU+");
        Reading back = Reading.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), ReadOptions.defaults().withOverlays(overlays.ofRecipients()));
        assertThat(back.findings()).isEmpty();
        assertThat(back.only().document()).isEqualTo(order());
        assertThat(Reading.of(text).errors()).contains("SEGMENT_UNKNOWN");
    }

    @Test
    void anotherRecipientOrDayGetsWhatEverybodyGets() {
        Overlays overlays = new OverlayFolder(EXAMPLES).load().overlays();
        OrderDocument order = order();
        String usual = write(order, Target.edifact("D96A"), Overlays.NONE, "5412345000013", "14", "2026-03-02");

        assertThat(write(order, Target.edifact("D96A"), overlays, "5412345000013", "14", "2026-03-02")).isEqualTo(usual);
        assertThat(write(order, Target.edifact("D96A"), overlays, "8712345000004", "14", "2027-03-02")).doesNotContain("ZDK");
        assertThat(write(order, Target.edifact("D01B"), overlays, "8712345000004", "14", "2026-03-02")).doesNotContain("ZDK");
    }

    @Test
    void anOverlayForWhatAPartnerSendsDoesNotChangeWhatItGets() {
        Overlays overlays = new OverlayFolder(EXAMPLES).load().overlays();

        assertThat(write(order(), Target.edifact("D96A"), overlays, "4012345500004", "14", "2026-03-02")).contains("NAD+BY+").doesNotContain("Z01");
    }

    @Test
    void aLengthOfThePartnersCountsForWhatIsWritten() throws IOException {
        Path file = folder.resolve("p/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                <overlay xmlns="https://tradelane.io/xsd/overlay-1.0.xsd" partner="8712345000004:14" message="ORDERS" directory="D96A"
                         direction="both" valid-from="2026-01-01"><grammar><element at="BGM/1004" max="3"/></grammar></overlay>
                """);
        Overlays overlays = new OverlayFolder(folder).load().overlays();

        assertThatExceptionOfType(UnwritableException.class)
                .isThrownBy(() -> write(order(), Target.edifact("D96A"), overlays, "8712345000004", "14", "2026-03-02"))
                .withMessageContaining("BGM");
    }

    @Test
    void aSetOfX12IsWrittenAndReadWithTheOverlayOfOnePartner() throws IOException {
        Path file = folder.resolve("p/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(EXAMPLES.resolve("KELLERTOOLS-ZZ/850-004010/overlay.xml"))
                .replace("directory=\"004010\"", "directory=\"004010\" direction=\"both\"")
                .replace("<mapping>", "<mapping><rows name=\"lines\" at=\"PO1\"><constant at=\"ZDR/01\" value=\"NONE\"/></rows>"));
        OverlayFolder.Loaded loaded = new OverlayFolder(folder).load();
        assertThat(loaded.problems()).isEmpty();

        String text = write(order(), new Target(Format.X12, "004010"), loaded.overlays(), "KELLERTOOLS", "ZZ", "2026-03-02");

        assertThat(text).contains("N1*ZB*").doesNotContain("N1*BY*").contains("~ZDR*NONE~");
        Reading back = Reading.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), ReadOptions.defaults().withOverlays(loaded.overlays().ofRecipients()));
        assertThat(back.errors()).isEmpty();
        assertThat(((OrderDocument) back.only().document()).party(PartyRole.BUYER)).isPresent();
    }

    @Test
    void twoOverlaysOfOneMessageMayHoldWhereOneIsForEachDirection() throws IOException {
        String text = Files.readString(EXAMPLES.resolve(ORDER + "overlay.xml"));
        for (String direction : List.of("in", "out")) {
            Path file = folder.resolve(direction + "/overlay.xml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.replace("message=", "direction=\"" + direction + "\" message="));
        }

        assertThat(new OverlayFolder(folder).load().problems()).isEmpty();
        assertThat(new OverlayFolder(folder).load().overlays().size()).isEqualTo(2);
    }

    @Test
    void anUnknownDirectionIsSaid() throws IOException {
        Path file = folder.resolve("p/overlay.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, Files.readString(EXAMPLES.resolve(ORDER + "overlay.xml")).replace("message=", "direction=\"outward\" message="));

        assertThat(new OverlayFolder(folder).load().problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("in, out or both").contains("outward"));
    }

    @Test
    void translatingWritesForTheRecipientOfTheFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Path file = EXAMPLES.resolve("8712345000004-14/ORDERS-D96A/examples/dock-and-second-day.edi");

        int code = TranslateCommand.run(new String[] {file.toString(), "--to", "edifact:d96a", "--overlays", EXAMPLES.toString()}, print, print);

        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("NAD+ZSU+").contains("ZDK+PO-4711+A1'");
    }

    @Test
    void theSchemaForWhoWritesOneFitsTheExamples() throws Exception {
        ValidatorHandler schema = XmlSchema.of(List.of("/META-INF/xsd/overlay-1.0.xsd")).validator();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(one -> one.endsWith("overlay.xml")).toList()) {
                SAXParserFactory parsers = SAXParserFactory.newDefaultNSInstance();
                var reader = parsers.newSAXParser().getXMLReader();
                List<String> wrong = new ArrayList<>();
                schema.setErrorHandler(new DefaultHandler() {
                    @Override
                    public void error(SAXParseException e) {
                        wrong.add(file + ": " + e.getMessage());
                    }
                });
                reader.setContentHandler(schema);
                reader.parse(file.toUri().toString());
                assertThat(wrong).isEmpty();
            }
        }
    }
}
