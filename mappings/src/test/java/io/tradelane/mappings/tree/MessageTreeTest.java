package io.tradelane.mappings.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.tree.TreeNode.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTreeTest {
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
        return MessageTree.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.defaults(), 0).orElseThrow();
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
    void thereIsNoTreeOfAMessageThatIsNotThere() throws IOException {
        assertThat(MessageTree.read(new ByteArrayInputStream(ORDER.getBytes(StandardCharsets.UTF_8)), Limits.defaults(), 1)).isEmpty();
    }
}
