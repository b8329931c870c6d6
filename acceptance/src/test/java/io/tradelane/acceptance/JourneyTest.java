package io.tradelane.acceptance;

import static org.citrusframework.container.RepeatOnErrorUntilTrue.Builder.repeatOnError;
import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import java.time.Duration;
import java.util.Map;
import org.citrusframework.TestActionBuilder;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.annotations.CitrusTest;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.junit.jupiter.CitrusExtension;
import org.citrusframework.message.MessageType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;

/** Orders through the HTTP door of the running executable, and what its API says of them. */
@ExtendWith({DemoHub.Shared.class, CitrusExtension.class})
class JourneyTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String EDIFACT = "application/EDIFACT";
    private static HttpClient hub;
    private static String brightline;
    private static String westfield;

    @BeforeAll
    static void connect(DemoHub demo) {
        hub = new HttpClientBuilder().requestUrl(demo.address()).build();
        brightline = demo.key("Brightline Retail GmbH");
        westfield = demo.key("Westfield Tooling Ltd");
    }

    @Test
    @CitrusTest
    void anOrderIsTakenOnceAndStandsWithItsLinesAndStatuses(@CitrusResource TestCaseRunner run) {
        BrightlineOrder order = BrightlineOrder.fresh();
        send(run, order.edifact(), EDIFACT);
        becomes(run, Map.of("$.status", "PROCESSED", "$.messages[0].status", "APPLIED", "$.messages[0].documentNumber", order.number()));
        theOrderStandsOnce(run, order);

        send(run, order.edifact(), EDIFACT);
        becomes(run, Map.of("$.status", "DUPLICATE"));
        theOrderStandsOnce(run, order);
    }

    @Test
    @CitrusTest
    void theSameReferenceWithOtherContentIsHeldWithAnIncident(@CitrusResource TestCaseRunner run) {
        BrightlineOrder order = BrightlineOrder.fresh();
        send(run, order.edifact(), EDIFACT);
        becomes(run, Map.of("$.status", "PROCESSED"));
        send(run, order.withNumber(order.number() + "-B").edifact(), EDIFACT);
        becomes(run, Map.of("$.status", "HELD", "$.reason", "interchange.reference-reused"));
        ask(run, "/api/v1/incidents?cause=CONTROL_REFERENCE_REUSED", Map.of(
                "$.items[0].interchange", "${interchange}", "$.items[0].status", "OPEN", "$.items[0].args.reference", order.reference()));
        ask(run, "/api/v1/purchase-orders?number=" + order.number() + "-B", Map.of("$.items.size()", 0));
    }

    @Test
    @CitrusTest
    void anotherOrganisationDoesNotSeeTheOrder(@CitrusResource TestCaseRunner run) {
        BrightlineOrder order = BrightlineOrder.fresh();
        send(run, order.edifact(), EDIFACT);
        becomes(run, Map.of("$.status", "PROCESSED"));
        run.$(get("/api/v1/purchase-orders?number=" + order.number(), brightline));
        run.$(http().client(hub).receive().response(HttpStatus.OK).message().type(MessageType.JSON)
                .extract(jsonPath().expression("$.items[0].id", "order")));
        refused(run, "/api/v1/purchase-orders/${order}", westfield, HttpStatus.NOT_FOUND);
        refused(run, "/api/v1/interchanges/${interchange}", westfield, HttpStatus.NOT_FOUND);
        refused(run, "/api/v1/purchase-orders/${order}", "tl_nobody", HttpStatus.UNAUTHORIZED);
    }

    @Test
    @CitrusTest
    void anInterchangeWithoutItsTrailerIsRejected(@CitrusResource TestCaseRunner run) {
        send(run, BrightlineOrder.fresh().edifact().replaceAll("UNZ.*", ""), EDIFACT);
        becomes(run, Map.of("$.status", "REJECTED", "$.findings[0].code", "INTERCHANGE_TRAILER_MISSING", "$.findings[0].standardCode", "13",
                "$.findings[0].en", "@contains('UNZ')@"));
    }

    @Test
    @CitrusTest
    void aWrongSegmentCountIsRejectedWithBothCounts(@CitrusResource TestCaseRunner run) {
        rejectedMessage(run, BrightlineOrder.fresh().edifact().replace("UNT+21", "UNT+20"), Map.of(
                "$.findings[0].code", "SEGMENT_COUNT_WRONG", "$.findings[0].segment", "UNT", "$.findings[0].element", 1,
                "$.findings[0].value", "20", "$.findings[0].expected", "21"));
    }

    @Test
    @CitrusTest
    void lettersInAQuantityAreRejectedWithTheirPlace(@CitrusResource TestCaseRunner run) {
        rejectedMessage(run, BrightlineOrder.fresh().edifact().replace("QTY+21:400", "QTY+21:4OO"), Map.of(
                "$.findings[0].code", "NOT_NUMERIC", "$.findings[0].segment", "QTY", "$.findings[0].segmentPosition", 12,
                "$.findings[0].element", 1, "$.findings[0].component", 2, "$.findings[0].value", "4OO"));
    }

    @Test
    @CitrusTest
    void anUnknownMessageTypeIsRejectedByName(@CitrusResource TestCaseRunner run) {
        rejectedMessage(run, BrightlineOrder.fresh().edifact().replace("ORDERS:D:96A", "ABCDEF:D:96A"), Map.of(
                "$.findings[0].severity", "ERROR", "$.findings[0].en", "@contains('ABCDEF')@"));
    }

    @Test
    @CitrusTest
    void anXmlEntityIsRefusedUnresolved(@CitrusResource TestCaseRunner run) {
        send(run, """
                <?xml version="1.0"?><!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><a>&x;</a></Document>""", "application/xml");
        becomes(run, Map.of("$.status", "REJECTED", "$.findings[0].code", "DOCTYPE_REFUSED"));
    }

    @Test
    @CitrusTest
    void anUnknownSenderWaitsForAPerson(@CitrusResource TestCaseRunner run) {
        send(run, BrightlineOrder.fresh().edifact().replace("UNOC:3+4001234000022", "UNOC:3+4099999999991"), EDIFACT);
        becomes(run, Map.of("$.status", "UNASSIGNED", "$.reason", "interchange.unknown-sender"));
    }

    @Test
    @CitrusTest
    void anEmptyBodyIsABadRequest(@CitrusResource TestCaseRunner run) {
        run.$(http().client(hub).send().post("/api/v1/interchanges").message().body("").contentType(EDIFACT).header("Authorization", "Bearer " + brightline));
        run.$(http().client(hub).receive().response(HttpStatus.BAD_REQUEST).message().type(MessageType.JSON).header("Content-Type", PROBLEM)
                .validate(jsonPath().expression("$.status", 400).expression("$.type", "urn:tradelane:problem:empty-body")));
    }

    @Test
    @CitrusTest
    void theApiDescribesItself(@CitrusResource TestCaseRunner run) {
        ask(run, "/api/docs", Map.of("$.openapi", "@startsWith('3.')@", "$.info.title", "Tradelane API"));
    }

    private static void theOrderStandsOnce(TestCaseRunner run, BrightlineOrder order) {
        ask(run, "/api/v1/purchase-orders?number=" + order.number(), Map.of(
                "$.items.size()", 1, "$.items[0].lines.size()", 2, "$.items[0].lines[0].ordered", 400,
                "$.items[0].status.approval", "NONE_NEEDED", "$.items[0].status.agreement", "ISSUED",
                "$.items[0].status.fulfilment", "NOT_SHIPPED", "$.items[0].status.billing", "NOT_INVOICED",
                "$.items[0].status.payment", "UNPAID"));
    }

    private static void send(TestCaseRunner run, String document, String mediaType) {
        run.$(http().client(hub).send().post("/api/v1/interchanges").message().body(document).contentType(mediaType)
                .header("Authorization", "Bearer " + brightline));
        run.$(http().client(hub).receive().response(HttpStatus.ACCEPTED).message().type(MessageType.JSON)
                .validate(jsonPath().expression("$.status", "RECEIVED")).extract(jsonPath().expression("$.id", "interchange")));
    }

    private static void becomes(TestCaseRunner run, Map<String, Object> facts) {
        run.$(repeatOnError().until((index, context) -> index > 120).autoSleep(Duration.ofMillis(250)).actions(
                get("/api/v1/interchanges/${interchange}", brightline), answer(facts)));
    }

    private static void rejectedMessage(TestCaseRunner run, String document, Map<String, Object> facts) {
        send(run, document, EDIFACT);
        becomes(run, Map.of("$.status", "REJECTED", "$.messages[0].status", "REJECTED"));
        run.$(get("/api/v1/interchanges/${interchange}", brightline));
        run.$(http().client(hub).receive().response(HttpStatus.OK).message().type(MessageType.JSON)
                .extract(jsonPath().expression("$.messages[0].href", "message")));
        ask(run, "${message}", facts);
    }

    private static void ask(TestCaseRunner run, String path, Map<String, Object> facts) {
        run.$(get(path, brightline));
        run.$(answer(facts));
    }

    private static void refused(TestCaseRunner run, String path, String key, HttpStatus status) {
        run.$(get(path, key));
        run.$(http().client(hub).receive().response(status).message().type(MessageType.JSON).header("Content-Type", PROBLEM)
                .validate(jsonPath().expression("$.status", status.value())));
    }

    private static TestActionBuilder<?> get(String path, String key) {
        String[] parts = path.split("[?=]");
        var request = http().client(hub).send().get(parts[0]);
        if (parts.length == 3) {
            request.queryParam(parts[1], parts[2]);
        }
        return request.message().accept("application/json").header("Authorization", "Bearer " + key);
    }

    private static TestActionBuilder<?> answer(Map<String, Object> facts) {
        return http().client(hub).receive().response(HttpStatus.OK).message().type(MessageType.JSON).validate(jsonPath().expressions(facts));
    }
}
