package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.cli.CheckCommand;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("10 files, 10 agree");
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
        <constant at="BGM/1001" value="220"/>                          | for reading
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
}
