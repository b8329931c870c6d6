package io.tradelane.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sender gets for an interchange with a fault: the place in the API, and the standard's code in a CONTRL. */
@ExtendWith(DemoHub.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final DemoHub demo;
    private final String key;

    BadInputTest(DemoHub demo) {
        this.demo = demo;
        this.key = demo.key("Brightline Retail GmbH");
    }

    /**
     * @param status of the interchange
     * @param segment in which the fault lies
     * @param contrl what stands in the CONTRL: UCI with an error of the envelope, UCS and UCD with one of a message
     */
    private record Fault(String name, UnaryOperator<String> change, String status, String code, String segment, String contrl) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault("no UNZ", order -> order.replaceAll("UNZ.*", ""), "REJECTED", "INTERCHANGE_TRAILER_MISSING", "UNT", "+4+13"),
                new Fault("UNZ with another reference", order -> order.replaceAll("UNZ\\+1\\+.*'", "UNZ+1+X99'"), "REJECTED",
                        "INTERCHANGE_REFERENCE_MISMATCH", "UNZ", "+4+28"),
                new Fault("UNA that does not fit", order -> order.replace("UNA:+.? '", "UNA+:.? '"), "REJECTED", "SERVICE_STRING_WRONG",
                        "UNA", "+4+22"),
                new Fault("release character at the end", order -> order.replaceAll("'$", "?'"), "REJECTED", "INPUT_ENDS_IN_SEGMENT",
                        "UNZ", "+4+13"),
                new Fault("cut in a segment", order -> order.substring(0, order.indexOf("Hamburg") + 3), "REJECTED",
                        "INPUT_ENDS_IN_SEGMENT", "NAD", "+4+13"),
                new Fault("wrong UNT count", order -> order.replace("UNT+21", "UNT+22"), "REJECTED", "SEGMENT_COUNT_WRONG", "UNT",
                        "UCS+21'UCD+29+1'"),
                new Fault("unknown message type", order -> order.replace("ORDERS:D:96A", "ORDXYZ:D:96A"), "REJECTED",
                        "MESSAGE_TYPE_UNKNOWN", "UNH", "UCS+1'UCD+12+2:1'"),
                new Fault("unknown directory", order -> order.replace("ORDERS:D:96A", "ORDERS:D:99Z"), "REJECTED",
                        "DIRECTORY_UNKNOWN", "UNH", "UCS+1'UCD+12+2:2'"),
                new Fault("mandatory segment missing", order -> order.replaceAll("BGM.*?'", "").replace("UNT+21", "UNT+20"), "REJECTED",
                        "SEGMENT_MISSING", "DTM", "UCS+2+13'"),
                new Fault("segments out of order", order -> order.replace("UNS+S'CNT+2:2'", "CNT+2:2'UNS+S'"), "REJECTED",
                        "SEGMENT_OUT_OF_ORDER", "CNT", "UCS+19+15'"),
                new Fault("element too long", order -> order.replace("LIN+1+", "LIN+1234567+"), "REJECTED", "ELEMENT_TOO_LONG", "LIN",
                        "UCS+9'UCD+39+1:1'"),
                new Fault("letters in a number", order -> order.replace("21:400", "21:4OO"), "REJECTED", "NOT_NUMERIC", "QTY",
                        "UCS+12'UCD+37+1:2'"),
                new Fault("character that is no text", order -> order.replace("Hamburg", "Ham\u0000burg"), "REJECTED",
                        "CONTROL_CHARACTER", "NAD", "UCS+7'UCD+21+"),
                new Fault("unknown qualifier", order -> order.replace("NAD+DP", "NAD+QQ"), "PROCESSED", "CODE_UNKNOWN", "NAD", "EAN008+7'"),
                new Fault("characters of another set", order -> order.replace("UNOC:3", "UNOA:3"), "PROCESSED", "CHARACTER_OUTSIDE_SET",
                        "NAD", "EAN008+7'"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsNamedWithItsPlace(Fault fault) throws Exception {
        byte[] bytes = fault.change().apply(BrightlineOrder.fresh().edifact()).getBytes(StandardCharsets.ISO_8859_1);
        JsonNode interchange = demo.processed(key, HttpRequest.BodyPublishers.ofByteArray(bytes));

        assertThat(interchange.get("status").asText()).isEqualTo(fault.status());
        JsonNode finding = finding(interchange, fault.code());
        assertThat(finding.get("segment").asText()).isEqualTo(fault.segment());
        assertThat(finding.get("line").asInt()).isPositive();
        assertThat(finding.get("en").asText()).isNotBlank();
        assertThat(finding.get("zh").asText()).matches(".*\\p{IsHan}.*");
        assertThat(interchange.get("acknowledgements").findValuesAsText("kind")).containsExactly("CONTRL");
        assertThat(demo.bytes("/api/v1/interchanges/" + written(interchange) + "/payload", key))
                .asString(StandardCharsets.ISO_8859_1).contains(fault.contrl());
        assertThat(demo.bytes(interchange.get("payload").asText(), key)).as("bytes kept").isEqualTo(bytes);
    }

    @Test
    void aFaultyMessageDoesNotStopTheOnesAroundIt() throws Exception {
        String order = BrightlineOrder.fresh().edifact();
        int begin = order.indexOf("UNH");
        int end = order.indexOf("UNZ");
        String message = order.substring(begin, end);
        String three = order.substring(0, begin) + message.replace("PO-AT-", "PO-AT-A-")
                + message.replace("UNH+1", "UNH+2").replace("21+1'", "21+2'").replace("21:400", "21:4OO").replace("PO-AT-", "PO-AT-B-")
                + message.replace("UNH+1", "UNH+3").replace("21+1'", "21+3'").replace("PO-AT-", "PO-AT-C-")
                + order.substring(end).replace("UNZ+1", "UNZ+3");

        JsonNode interchange = demo.processed(key, HttpRequest.BodyPublishers.ofString(three));

        assertThat(interchange.get("status").asText()).isEqualTo("PROCESSED_WITH_ERRORS");
        assertThat(interchange.get("messages").findValuesAsText("status")).containsExactly("APPLIED", "REJECTED", "APPLIED");
    }

    @Test
    void aSegmentOf200MegabytesIsRefusedAtItsBeginning() throws Exception {
        byte[] order = BrightlineOrder.fresh().edifact().replaceAll("UNT.*", "FTX+AAI+++").getBytes(StandardCharsets.ISO_8859_1);
        JsonNode interchange = demo.processed(key, HttpRequest.BodyPublishers.ofInputStream(
                () -> new SequenceInputStream(new ByteArrayInputStream(order), new Letters(200_000_000))));

        assertThat(interchange.get("status").asText()).isEqualTo("REJECTED");
        assertThat(finding(interchange, "SEGMENT_TOO_LARGE").get("segment").asText()).isEqualTo("FTX");
    }

    @Test
    void aTestInterchangeReachesNoOrder() throws Exception {
        BrightlineOrder order = BrightlineOrder.fresh();
        JsonNode interchange = demo.processed(key, HttpRequest.BodyPublishers.ofString(order.edifact().replace("++ORDERS++1'", "++ORDERS++1++1'")));

        assertThat(interchange.get("test").asBoolean()).isTrue();
        assertThat(demo.get("/api/v1/purchase-orders?number=" + order.number(), key).get("items")).isEmpty();
    }

    /** The interchange of the CONTRL: it is queued with the verdict and written a moment later. */
    private String written(JsonNode interchange) {
        return demo.await("/api/v1/interchanges/" + interchange.get("id").asText(), key,
                        later -> later.get("acknowledgements").get(0).hasNonNull("answer"))
                .get("acknowledgements").get(0).get("answer").asText();
    }

    private static JsonNode finding(JsonNode interchange, String code) {
        for (JsonNode message : interchange.get("messages")) {
            for (JsonNode finding : message.get("findings")) {
                if (finding.get("code").asText().equals(code)) {
                    return finding;
                }
            }
        }
        for (JsonNode finding : interchange.get("findings")) {
            if (finding.get("code").asText().equals(code)) {
                return finding;
            }
        }
        throw new AssertionError("no " + code + " in " + interchange);
    }

    /** So many letters, none of them in memory. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'A' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            java.util.Arrays.fill(into, from, from + count, (byte) 'A');
            left -= count;
            return count;
        }
    }
}
