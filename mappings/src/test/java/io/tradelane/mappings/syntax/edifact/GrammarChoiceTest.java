package io.tradelane.mappings.syntax.edifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrammarChoiceTest {

    private static GrammarChoice choice(String message, String version, String agency) {
        return GrammarChoice.of(new MessageType(message, version, null), agency);
    }

    @Test
    void aMessageOfItsDirectoryNeedsNoWord() {
        GrammarChoice choice = choice("ORDERS", "D96A", "UN");

        assertThat(choice.complaint()).isNull();
        assertThat(choice.grammar().directory().name()).isEqualTo("D96A");
    }

    @ParameterizedTest
    @CsvSource({
        "DESADV,096A,UN,D96A", "INVOIC,93AD,UN,D93A", "ORDERS,S93A,UN,D93A", "ORDERS,D 96A,UN,D96A", "IFCSUM,D131,UN,D13A", "INVOIC,96A,ZZ,D96A"
    })
    void aVersionWrittenInAnotherWayMeansItsDirectory(String message, String version, String agency, String directory) {
        GrammarChoice choice = choice(message, version, agency);

        assertThat(choice.grammar().directory().name()).isEqualTo(directory);
        assertThat(choice.complaint()).isEqualTo(EdifactError.DIRECTORY_UNUSUAL);
        assertThat(choice.isApproximate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERS,1911,UN,D93A", "INVOIC,2912,UN,D93A", "ORDERS,D,UN,D96A", "ORDERS,D22B,UN,D21B", "RECADV,D93A,UN,D96A", "APERAK,D94B,UN,D95A"
    })
    void aDirectoryThatIsNotHereIsStoodInForByTheNearestAndItsMisfitsAreWarnings(
            String message, String version, String agency, String directory) {
        GrammarChoice choice = choice(message, version, agency);

        assertThat(choice.grammar().directory().name()).isEqualTo(directory);
        assertThat(choice.complaint()).isEqualTo(EdifactError.DIRECTORY_ASSUMED);
        assertThat(choice.isApproximate()).isTrue();
    }

    @Test
    void anotherAgencyThatNamesADirectoryOfUnMeansIt() {
        assertThat(choice("INVOIC", "D96A", "ZZ").complaint()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PAORES,931,IA", "NOMINT,40,EG", "AESG,02001,KV", "AUTACK,D94A,UN", "SKDREQ,D00A,UN", "ORDERS,40,EG"})
    void whatHasNoGrammarHereIsNoError(String message, String version, String agency) {
        GrammarChoice choice = choice(message, version, agency);

        assertThat(choice.grammar()).isNull();
        assertThat(choice.complaint()).isEqualTo(EdifactError.MESSAGE_NOT_CHECKED);
    }

    @ParameterizedTest
    @CsvSource({"ORDRES,D96A,UN", "MSG1,S93A,UN", "ORDRES,D96A,''"})
    void aTypeThatIsNowhereIsAnError(String message, String version, String agency) {
        assertThat(choice(message, version, agency).complaint()).isEqualTo(EdifactError.MESSAGE_TYPE_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"D33A", "D96C", "D92A"})
    void aDirectoryOfUnThatNeverWasIsAnError(String version) {
        assertThat(choice("ORDERS", version, "UN").complaint()).isEqualTo(EdifactError.DIRECTORY_UNKNOWN);
    }

    @Test
    void aMessageThatAUserGroupHasMadeIsNoError() {
        GrammarChoice choice = GrammarChoice.of(new MessageType("LABRES", "D93A", "L0130Q"), "UN");

        assertThat(choice.grammar()).isNull();
        assertThat(choice.complaint()).isEqualTo(EdifactError.MESSAGE_NOT_CHECKED);
        assertThat(choice.expected()).isEqualTo("L0130Q");
    }
}
