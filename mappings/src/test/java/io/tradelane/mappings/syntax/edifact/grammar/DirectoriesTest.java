package io.tradelane.mappings.syntax.edifact.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DirectoriesTest {

    private static final Directories DIRECTORIES = Directories.standard();

    /** D93A, D94A to D99B, D00A to D21B, D01C. */
    private static Stream<String> released() {
        Stream<String> pairs = IntStream.rangeClosed(1994, 2021)
                .mapToObj(year -> "D%02d".formatted(year % 100)).flatMap(year -> Stream.of(year + "A", year + "B"));
        return Stream.concat(Stream.of("D93A", "D01C"), pairs);
    }

    @Test
    void haveEveryDirectoryAndBuildEveryMessageOfIt() {
        assertThat(released()).hasSize(58).allSatisfy(name -> {
            Directory directory = DIRECTORIES.find(name).orElseThrow();
            assertThat(directory.messages()).contains("ORDERS", "INVOIC", "DESADV");
            for (String message : directory.messages()) {
                assertThat(directory.message(message).orElseThrow().nodes()).hasSizeGreaterThan(1);
            }
        });
    }

    @Test
    void theIndexOfMessagesSaysInWhichDirectoryEachIs() {
        MessageIndex index = MessageIndex.read();
        for (String name : Directories.released()) {
            for (String message : DIRECTORIES.find(name).orElseThrow().messages()) {
                assertThat(index.nearest(message, name)).as(message).isEqualTo(name);
            }
        }
        assertThat(index.nearest("RECADV", "D93A")).isEqualTo("D96A");
        assertThat(index.knows("MSG1")).isFalse();
    }

    @Test
    void anElementThatADirectoryDeletesIsNotThereBesideItsSuccessor() {
        Layout line = DIRECTORIES.find("D95A").orElseThrow().segment(SegmentTag.of("LIN")).expanded();

        assertThat(line.id(4)).isEqualTo("C829");
        assertThat(line.size).isEqualTo(6);
    }

    @Test
    void knowNothingElse() {
        assertThat(Stream.of("D33A", "D96C", "d96a", "../D96A", "", "D9", "D96A.grammar")).allSatisfy(
                name -> assertThat(DIRECTORIES.find(name)).isEmpty());
    }

    @Test
    void sayHowASegmentIsMade() {
        SegmentGrammar quantity = DIRECTORIES.find("D96A").orElseThrow().segment(SegmentTag.of("QTY"));
        assertThat(quantity.name()).isEqualTo("Quantity");
        Layout layout = quantity.expanded();
        assertThat(layout.size).isEqualTo(1);
        assertThat(layout.id(1)).isEqualTo("C186");
        assertThat(layout.isMandatory(1)).isTrue();
        assertThat(layout.components(1)).isEqualTo(3);
        assertThat(layout.element(1, 2).id()).isEqualTo("6060");
        assertThat(layout.isNumeric(1, 2)).isTrue();
        assertThat(layout.max(1, 2)).isEqualTo(15);
    }

    @Test
    void repeatedElementsTakePositionsOrRepetitions() {
        SegmentGrammar article = DIRECTORIES.find("D01B").orElseThrow().segment(SegmentTag.of("PIA"));
        assertThat(article.expanded().size).isEqualTo(6);
        assertThat(article.compact().size).isEqualTo(2);
        assertThat(article.compact().repeat(2)).isEqualTo(5);
        assertThat(article.expanded().isMandatory(2)).isTrue();
        assertThat(article.expanded().isMandatory(3)).isFalse();
    }

    @Test
    void aCourseFollowsGroupsAndTheirRepetitions() {
        MessageGrammar orders = DIRECTORIES.find("D96A").orElseThrow().message("ORDERS").orElseThrow();
        Course course = new Course(orders);
        for (String tag : List.of("BGM", "DTM", "DTM", "RFF", "DTM", "RFF", "NAD", "RFF", "NAD", "CTA", "COM", "LIN", "PIA", "LIN", "QTY",
                "PRI", "RFF", "UNS", "MOA", "CNT")) {
            assertThat(course.advance(SegmentTag.of(tag))).as(tag).isEqualTo(Course.Verdict.FITS);
        }
        assertThat(course.missingAtEnd()).isEmpty();
        course.restart();
        assertThat(course.advance(SegmentTag.of("DTM"))).isEqualTo(Course.Verdict.LEAVES_OUT);
        assertThat(course.skipped()).extracting(node -> SegmentTag.name(node.tag)).containsExactly("BGM");
        assertThat(course.missingAtEnd()).extracting(node -> SegmentTag.name(node.tag)).containsExactly("UNS");
    }

    @Test
    void theServiceDirectoryHasContrl() {
        assertThat(DIRECTORIES.service().message("CONTRL")).isPresent();
        assertThat(DIRECTORIES.service().segment(SegmentTag.UNB)).isNotNull();
    }
}
