package io.tradelane.mappings.judges;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** StAEDI finds the envelopes, references and counts of what is written in delimited syntaxes in order, and every segment. */
class StaediTest {
    /** In daily use; StAEDI does not know the latest. */
    private static final Set<String> VERSIONS = Set.of("D96A", "D01B", "D16B", "004010", "005010", "005010X231A1", "9");
    private static final Set<Format> FORMATS = Set.of(Format.EDIFACT, Format.X12, Format.TRADACOMS);

    static Stream<Written> interchanges() {
        return Samples.written(target -> FORMATS.contains(target.format()) && VERSIONS.contains(target.version()));
    }

    private static String charset(Written written) {
        return written.target().format() == Format.X12 ? "UTF-8" : "ISO-8859-1";
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void findsNothingWrong(Written written) throws Exception {
        List<String> errors = new ArrayList<>();
        int segments = 0;
        EDIInputFactory factory = EDIInputFactory.newFactory();
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(written.bytes()), charset(written))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE && written.target().format() == Format.X12) {
                    reader.setControlSchema(SchemaFactory.newFactory().getControlSchema("X12", reader.getVersion()));
                }
                segments += event == EDIStreamEvent.START_SEGMENT ? 1 : 0;
                if (event.isError()) {
                    errors.add(event + " " + reader.getErrorType() + " " + reader.getReferenceCode() + " at " + reader.getLocation());
                }
            }
        }
        String text = new String(written.bytes(), StandardCharsets.ISO_8859_1);
        char terminator = written.target().format() == Format.X12 ? '~' : '\'';

        assertThat(errors).as(text).isEmpty();
        assertThat(segments).isEqualTo((int) text.replace("??", "").replace("?'", "").chars().filter(c -> c == terminator).count());
    }
}
