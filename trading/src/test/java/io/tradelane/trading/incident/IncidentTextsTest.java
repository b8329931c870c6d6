package io.tradelane.trading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.order.HoldReason;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IncidentTextsTest {

    static Stream<String> causes() {
        return Arrays.stream(Cause.class.getDeclaredFields()).map(Field::getName);
    }

    @ParameterizedTest
    @MethodSource("causes")
    void everyCauseHasASentenceInBothLanguages(String cause) {
        assertThat(IncidentTexts.summary(cause, Map.of(), Locale.ENGLISH)).matches("[A-Z{].*[a-z].*");
        assertThat(IncidentTexts.summary(cause, Map.of(), Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
    }

    @Test
    void reasonsAndFindingsAreToldInTheReadersLanguage() {
        for (HoldReason reason : HoldReason.values()) {
            Map<String, String> args = Map.of("number", "PO-1", "reason", reason.name(), "detail", "");
            assertThat(IncidentTexts.summary(Cause.MESSAGE_HELD, args, Locale.ENGLISH)).doesNotContain(reason.name());
            assertThat(IncidentTexts.summary(Cause.MESSAGE_HELD, args, Locale.SIMPLIFIED_CHINESE)).doesNotContain(reason.name());
        }
        Map<String, String> found = Map.of("errors", "1", "first", "wrong", "first_zh", "错误");
        assertThat(IncidentTexts.summary(Cause.INVALID_DOCUMENT, found, Locale.SIMPLIFIED_CHINESE)).contains("错误").doesNotContain("wrong");
    }
}
