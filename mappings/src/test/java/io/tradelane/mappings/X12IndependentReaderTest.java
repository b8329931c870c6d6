package io.tradelane.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.BusinessDocument;
import io.xlate.edi.schema.SchemaFactory;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader of another house takes what this one writes: envelopes, counts, control numbers, separators. */
class X12IndependentReaderTest {

    static Stream<String> interchanges() {
        return Stream.concat(documents(), answers());
    }

    /** What a set with a wrong element and one that nobody knows are answered with. */
    private static Stream<String> answers() {
        String sent = "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECIPIENT      *260302*1000*U*00401*000000905*1*P*>~"
                + "GS*PO*SENDER*RECIPIENT*20260302*1000*7*X*004010~ST*850*0001~BEG*00*SA*PO-2**20260230~PO1*1*5*PIECE*1.25**VP*NW-7~QQQ*1~SE*5*0001~"
                + "ST*850*0002~BEG*00*SA*PO-3**20260302~PO1*1*5*EA*1.25**VP*NW-7~CTT*1~SE*5*0002~GE*2*7~IEA*1*000000905~";
        Reading reading = Reading.of(sent);
        List<BusinessDocument> answers = new ArrayList<>(
                Acknowledgements.x12(reading.interchange(), reading.messages(), true, "1", LocalDate.of(2026, 3, 2)));
        return Stream.of("004010", "005010", "005010X231A1").flatMap(version -> answers.stream().map(one -> X12RoundTripTest.write(one, version)));
    }

    private static Stream<String> documents() {
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
