package io.tradelane.mappings.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tradelane.mappings.OverlayFolder;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.tree.TreeNode.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTreeTest {
    private static final String X12 = """
            ISA*00*          *00*          *ZZ*BRIGHTLINE     *ZZ*BEICHEN        *260105*0930*U*00401*000000007*0*P*>~
            GS*PO*BRIGHTLINE*BEICHEN*20260105*0930*7*X*004010~
            ST*850*0001~
            BEG*00*NE*PO-7**20260105~
            PO1*1*48*EA*3.2**BP*4711~
            PID*F****Deep groove ball bearing~
            CTT*1~
            SE*6*0001~
            GE*1*7~
            IEA*1*000000007~
            """;
    private static final String ORDER = """
            UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
            UNH+1+ORDERS:D:96A:UN:EAN008'
            BGM+220+PO-1+9'
            DTM+137:20260105:102'
            NAD+BY+5412345000013::9'
            RFF+VA:BE123'
            LIN+1++4000862141404:EN'
            QTY+21:48:PCE'
            LIN+2'
            XYZ+1+A:B'
            UNS+S'
            UNT+11+1'
            UNZ+1+REF77'
            """;

    private static MessageTree tree(String text) throws IOException {
        return trees(text).getFirst();
    }

    private static List<MessageTree> trees(String text) throws IOException {
        List<MessageTree> trees = new ArrayList<>();
        assertThat(Translator.standard().trees(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ReadOptions.defaults(), trees::add)).isTrue();
        return trees;
    }

    private static TreeNode find(List<TreeNode> nodes, String id) {
        return all(nodes).filter(node -> node.id().equals(id)).findFirst().orElseThrow();
    }

    private static Stream<TreeNode> all(List<TreeNode> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.children())));
    }

    @Test
    void groupsContainTheirSegmentsAndGroups() throws IOException {
        MessageTree tree = tree(ORDER);

        assertThat(tree.nodes()).extracting(TreeNode::id).containsExactly("BGM", "DTM", "NAD", "LIN", "LIN", "XYZ", "UNS");
        TreeNode party = tree.nodes().get(2);
        assertThat(party.kind()).isEqualTo(Kind.GROUP);
        assertThat(party.group()).isEqualTo(2);
        assertThat(party.children()).extracting(TreeNode::id).containsExactly("NAD", "RFF");
        assertThat(party.children().get(1).kind()).isEqualTo(Kind.GROUP);
        assertThat(tree.nodes().get(3).children()).extracting(TreeNode::id).containsExactly("LIN", "QTY");
    }

    @Test
    void elementsHaveNamesValuesAndMeaningsInBothLanguages() throws IOException {
        TreeNode kind = find(tree(ORDER).nodes(), "1001");

        assertThat(kind.name(Locale.ENGLISH)).isEqualTo("Document message name coded");
        assertThat(kind.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("单证名称代码");
        assertThat(kind.value()).isEqualTo("220");
        assertThat(kind.meaning(Locale.ENGLISH)).isEqualTo("Order");
        assertThat(kind.meaning(Locale.SIMPLIFIED_CHINESE)).isEqualTo("订单");
        assertThat(kind.position().line()).isEqualTo(3);
    }

    @Test
    void aSegmentThatBelongsNowhereIsShownWithItsFinding() throws IOException {
        MessageTree tree = tree(ORDER);

        TreeNode stray = find(tree.nodes(), "XYZ");
        assertThat(stray.children()).extracting(TreeNode::value).containsExactly("1", "A", "B");
        assertThat(tree.findings()).extracting(finding -> finding.code().name()).containsExactly("SEGMENT_UNKNOWN");
    }

    @Test
    void aStatusCodeMeansWhatItsDirectorySays() throws IOException {
        String status = """
                UNB+UNOC:3+5412345000013:14+4012345500004:14+260105:0930+REF77'
                UNH+1+IFTSTA:D:%s:UN'
                BGM+23+S-1+9'
                CNI+1+C-1'
                STS++21'
                UNT+5+1'
                UNZ+1+REF77'
                """;

        assertThat(find(tree(status.formatted("96A")).nodes(), "9011").meaning(Locale.ENGLISH)).isEqualTo("Delivered");
        assertThat(find(tree(status.formatted("01B")).nodes(), "4405").meaning(Locale.ENGLISH)).isEqualTo("Temporary");
    }

    @Test
    void aMessageWithoutGrammarIsShownByItsValues() throws IOException {
        MessageTree tree = tree("UNB+IATB:1+6XPPC+LHPPC+940101:0950+1'UNH+1+PAORES:93:1:IA'MSG+1:45'IFT+3+XYZCOMPANY'UNT+4+1'UNZ+1+1'");

        assertThat(tree.nodes()).extracting(TreeNode::id).containsExactly("MSG", "IFT");
        assertThat(tree.nodes().get(0).children()).extracting(TreeNode::value).containsExactly("1", "45");
    }

    @Test
    void aSetOfX12HasTheNamesOfItsVersionInBothLanguages() throws IOException {
        MessageTree tree = tree(X12);

        assertThat(tree.type()).hasToString("850 004010");
        TreeNode number = all(tree.nodes()).filter(node -> node.place().equals("BEG03")).findFirst().orElseThrow();
        assertThat(number.id()).isEqualTo("324");
        assertThat(number.value()).isEqualTo("PO-7");
        assertThat(number.name(Locale.ENGLISH)).isEqualTo("Purchase Order Number");
        assertThat(number.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("采购订单号");
        TreeNode line = tree.nodes().get(1);
        assertThat(line.kind()).isEqualTo(Kind.GROUP);
        assertThat(line.children()).extracting(TreeNode::id).containsExactly("PO1", "PID");
    }

    @Test
    void anUnknownSetOfX12IsShownSegmentBySegment() throws IOException {
        MessageTree tree = tree(X12.replace("ST*850", "ST*899").replace("BEG*", "XYZ*"));

        assertThat(tree.nodes()).extracting(TreeNode::id).containsExactly("XYZ", "PO1", "PID", "CTT");
        assertThat(tree.nodes().getFirst().children()).extracting(TreeNode::value).contains("PO-7");
    }

    @Test
    void xmlIsShownAsItIsNested() throws IOException {
        MessageTree tree = tree("<Order xmlns='urn:x'><ID>PO-7</ID><Line><Quantity unit='PCE'>5</Quantity></Line></Order>");

        TreeNode quantity = find(tree.nodes(), "Quantity");
        assertThat(quantity.value()).isEqualTo("5");
        assertThat(quantity.children()).extracting(TreeNode::id, TreeNode::value).containsExactly(tuple("@unit", "PCE"));
        assertThat(find(tree.nodes(), "Line").kind()).isEqualTo(Kind.GROUP);
    }

    @Test
    void xmlThatBreaksOffIsShownWithWhatIsWrong() throws IOException {
        MessageTree tree = tree("<Order><ID>PO-7</ID><Line>");

        assertThat(tree.findings()).extracting(finding -> finding.code().name()).containsExactly("NOT_WELL_FORMED");
    }

    @Test
    void aTableHasNoTree() throws IOException {
        byte[] table = "order number;article;quantity\nPO-7;4711;5\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Translator.standard().trees(new ByteArrayInputStream(table), ReadOptions.defaults(), tree -> true)).isFalse();
    }

    @Test
    void whoHasFoundWhatHeWantsReadsNoFurther() throws IOException {
        String second = ORDER.replace("UNZ+1", "UNH+2+ORDERS:D:96A:UN:EAN008'\nBGM+220+PO-2+9'\nUNT+3+2'\nUNZ+2");
        byte[] bytes = (second + " ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream input = new ByteArrayInputStream(bytes);
        List<MessageTree> taken = new ArrayList<>();

        Translator.standard().trees(input, ReadOptions.defaults(), tree -> {
            taken.add(tree);
            return false;
        });

        assertThat(taken).extracting(MessageTree::reference).containsExactly("1");
        assertThat(input.available()).isPositive();
    }

    @Test
    void aPartnersOwnSegmentsAreShownByNameToWhomeverTheMessageWent() throws Exception {
        var folder = Path.of(MessageTreeTest.class.getResource("/io/tradelane/mappings/overlays").toURI());
        ReadOptions options = ReadOptions.defaults().withOverlays(new OverlayFolder(folder).load().overlays());
        List<MessageTree> trees = new ArrayList<>();
        for (String name : List.of("4012345500004-14/ORDERS-D96A/examples/gate-and-promised-day.edi", "8712345000004-14/ORDERS-D96A/examples/dock-and-second-day.edi")) {
            try (var input = Files.newInputStream(folder.resolve(name))) {
                Translator.standard().trees(input, options, trees::add);
            }
        }

        assertThat(find(trees.getFirst().nodes(), "ZGT").name(Locale.ENGLISH)).isEqualTo("Gate");
        assertThat(find(trees.getFirst().nodes(), "ZGT").children().getFirst().name(Locale.ENGLISH)).isEqualTo("Gate");
        assertThat(find(trees.getLast().nodes(), "ZDK").name(Locale.ENGLISH)).isEqualTo("Dock");
    }
}
