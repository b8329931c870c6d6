package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of another house takes what this one writes: envelopes, counts, control numbers, separators. */
class X12IndependentReaderTest {

    static Stream<String> interchanges() {
        return X12Documents.all().entrySet().stream().flatMap(entry -> Stream.of("004010", "005010")
                .map(version -> X12RoundTripTest.write(entry.getValue(), version + "/" + entry.getKey())));
    }

    @ParameterizedTest
    @MethodSource("interchanges")
    void staediFindsNothingWrong(String text) throws Exception {
        EDIInputFactory factory = EDIInputFactory.newFactory();
        List<String> errors = new ArrayList<>();
        int segments = 0;
        try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event == EDIStreamEvent.START_INTERCHANGE) {
                    reader.setControlSchema(SchemaFactory.newFactory().getControlSchema("X12", reader.getVersion()));
                }
                segments += event == EDIStreamEvent.START_SEGMENT ? 1 : 0;
                if (event.isError()) {
                    errors.add(event + " " + reader.getErrorType() + " " + reader.getReferenceCode() + " " + reader.getLocation());
                }
            }
        }

        assertThat(errors).as(text).isEmpty();
        assertThat(segments).isEqualTo((int) text.chars().filter(c -> c == '~').count());
    }
}
