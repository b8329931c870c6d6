package io.tradelane.portal.access;

import static io.tradelane.portal.access.Permission.*;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table that says what each endpoint asks for. An address that is not in it is refused, and a test fails for a
 * controller method that is not in it.
 */
public final class EndpointRules {

    /** @param permission what the caller must hold; absent when {@code open} or when being signed in is enough */
    public record Rule(String method, PathPattern path, boolean open, @Nullable Permission permission) {

        public String pattern() {
            return path.getPatternString();
        }

        private static Rule of(String method, String pattern, boolean open, @Nullable Permission permission) {
            return new Rule(method, PathPatternParser.defaultInstance.parse(pattern), open, permission);
        }
    }

    private static final List<Rule> TABLE = List.of(
            // Anybody
            open("GET", "/sign-in"),
            open("POST", "/sign-in"),
            open("POST", "/preferences/language"),
            open("POST", "/preferences/theme"),
            open("GET", "/assets/**"),
            open("GET", "/favicon.ico"),
            open("GET", "/error"),
            open("GET", "/actuator/health/**"),
            open("GET", "/api/docs"),
            open("POST", "/as2/**"), // the door checks the signature itself
            open("POST", "/api/v1/webhooks/{channel}"), // the door checks the signature itself
            open("GET", "/services/**"), // the published WSDL
            open("POST", "/services/**"), // the door reads the key from WS-Security, Basic or Bearer
            // Everybody who is signed in
            signedIn("POST", "/sign-out"),
            signedIn("POST", "/preferences/organisation"),
            signedIn("GET", "/events"),
            // Pages
            needs(HOME, "GET", "/"),
            needs(ORDER_VIEW, "GET", "/orders"),
            needs(ORDER_VIEW, "GET", "/orders/{id}"),
            needs(ORDER_RESPOND, "GET", "/orders/{id}/response"),
            needs(ORDER_RESPOND, "POST", "/orders/{id}/response"),
            needs(ORDER_DECIDE_CHANGE, "POST", "/orders/{id}/change"),
            needs(ORDER_RESPOND, "POST", "/orders/{id}/change-response"),
            needs(SHIPMENT_DESPATCH, "GET", "/orders/{id}/despatch"),
            needs(SHIPMENT_DESPATCH, "POST", "/orders/{id}/despatch"),
            needs(ORDER_VIEW, "GET", "/transport-orders"),
            needs(SHIPMENT_DESPATCH, "POST", "/transport-orders/{id}/cancellation"),
            needs(SHIPMENT_DESPATCH, "GET", "/shipments/{id}/transport"),
            needs(SHIPMENT_DESPATCH, "POST", "/shipments/{id}/transport"),
            needs(RECEIPT_POST, "GET", "/orders/{id}/receipt"),
            needs(RECEIPT_POST, "POST", "/orders/{id}/receipt"),
            needs(RFQ_VIEW, "GET", "/rfqs"),
            needs(RFQ_PUBLISH, "GET", "/rfqs/new"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/new"),
            needs(RFQ_VIEW, "GET", "/rfqs/{id}"),
            needs(RFQ_PUBLISH, "GET", "/rfqs/{id}/edit"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/edit"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/publication"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/deadline"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/closure"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/round"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/cancellation"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/copy"),
            needs(RFQ_PUBLISH, "POST", "/rfqs/{id}/questions/{question}"),
            needs(RFQ_AWARD, "GET", "/rfqs/{id}/award"),
            needs(RFQ_AWARD, "POST", "/rfqs/{id}/award"),
            needs(QUOTE_WRITE, "GET", "/rfqs/{id}/quote"),
            needs(QUOTE_WRITE, "POST", "/rfqs/{id}/quote"),
            needs(QUOTE_WRITE, "POST", "/rfqs/{id}/decline"),
            needs(QUOTE_WRITE, "POST", "/rfqs/{id}/questions"),
            needs(RFQ_VIEW, "GET", "/quotes"),
            needs(RFQ_VIEW, "GET", "/quotes/{id}"),
            needs(QUOTE_WRITE, "GET", "/quotes/{id}/counter"),
            needs(QUOTE_WRITE, "POST", "/quotes/{id}/counter"),
            needs(QUOTE_WRITE, "POST", "/quotes/{id}/acceptance"),
            needs(RFQ_AWARD, "POST", "/quotes/{id}/order"),
            needs(QUOTE_WRITE, "POST", "/quotes/{id}/rejection"),
            needs(QUOTE_WRITE, "POST", "/quotes/{id}/withdrawal"),
            needs(ORDER_VIEW, "GET", "/schedules"),
            needs(ORDER_VIEW, "GET", "/schedules/{id}"),
            needs(ORDER_VIEW, "GET", "/schedules/{id}/lines/{line}"),
            needs(ORDER_VIEW, "GET", "/stock"),
            needs(INVOICE_VIEW, "GET", "/invoices"),
            needs(INVOICE_VIEW, "GET", "/invoices/{id}"),
            needs(INVOICE_DECIDE, "POST", "/invoices/{id}/lines/{line}"),
            needs(PAYMENT_VIEW, "GET", "/payments"),
            needs(PAYMENT_VIEW, "GET", "/payments/instructions"),
            needs(PAYMENT_VIEW, "GET", "/payments/{id}"),
            needs(PAYMENT_ALLOCATE, "POST", "/payments/{id}/allocation"),
            needs(PAYMENT_ALLOCATE, "POST", "/payments/{id}/dismissal"),
            needs(DOCUMENT_VIEW, "GET", "/documents"),
            needs(DOCUMENT_VIEW, "GET", "/documents/messages/{id}"),
            needs(DOCUMENT_VIEW, "GET", "/documents/interchanges/{id}"),
            needs(PAYLOAD_VIEW, "GET", "/documents/interchanges/{id}/payload"),
            needs(DOCUMENT_VIEW, "GET", "/documents/life"),
            needs(DOCUMENT_VIEW, "POST", "/documents/searches"),
            needs(DOCUMENT_VIEW, "POST", "/documents/searches/{id}/removal"),
            needs(DOCUMENT_VIEW, "GET", "/radar"),
            needs(OBLIGATION_CHASE, "POST", "/radar/{id}/snooze"),
            needs(OBLIGATION_CHASE, "POST", "/radar/{id}/reminder"),
            needs(DOCUMENT_VIEW, "GET", "/radar/terms"),
            needs(OBLIGATION_CHASE, "POST", "/radar/terms"),
            needs(OBLIGATION_CHASE, "POST", "/radar/terms/removal"),
            needs(INCIDENT_VIEW, "GET", "/alerts"),
            needs(ALERT_MANAGE, "GET", "/alerts/new"),
            needs(ALERT_MANAGE, "POST", "/alerts/new"),
            needs(ALERT_MANAGE, "GET", "/alerts/{id}"),
            needs(ALERT_MANAGE, "POST", "/alerts/{id}"),
            needs(ALERT_MANAGE, "POST", "/alerts/{id}/test"),
            needs(ALERT_MANAGE, "POST", "/alerts/{id}/removal"),
            needs(INCIDENT_VIEW, "GET", "/incidents"),
            needs(INCIDENT_VIEW, "GET", "/incidents/senders"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/senders"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/retry"),
            needs(INCIDENT_VIEW, "GET", "/incidents/{id}"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/{id}/retry"),
            needs(INCIDENT_HANDLE, "GET", "/incidents/{id}/resubmission"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/{id}/resubmission"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/{id}/assignment"),
            needs(INCIDENT_HANDLE, "POST", "/incidents/{id}/closure"),
            needs(CHANNEL_VIEW, "GET", "/connections"),
            needs(CHANNEL_MANAGE, "GET", "/connections/new"),
            needs(CHANNEL_MANAGE, "POST", "/connections"),
            needs(CHANNEL_VIEW, "GET", "/connections/{id}"),
            needs(CHANNEL_MANAGE, "POST", "/connections/{id}"),
            needs(CHANNEL_MANAGE, "POST", "/connections/{id}/state"),
            needs(CHANNEL_MANAGE, "GET", "/connections/{id}/test"),
            needs(CHANNEL_MANAGE, "POST", "/connections/{id}/test"),
            needs(CHANNEL_MANAGE, "POST", "/connections/{id}/agreements"),
            needs(CHANNEL_MANAGE, "GET", "/connections/{id}/agreements/new"),
            needs(CHANNEL_MANAGE, "POST", "/connections/{id}/agreements/new"),
            needs(PARTNER_VIEW, "GET", "/partners"),
            needs(PARTNER_VIEW, "GET", "/partners/{id}"),
            needs(PARTNER_VIEW, "GET", "/partners/changes"),
            needs(PARTNER_MANAGE, "POST", "/partners/changes/{id}/acceptance"),
            needs(PARTNER_MANAGE, "POST", "/partners/changes/{id}/rejection"),
            needs(BANK_ACCOUNT_ACCEPT, "POST", "/partners/account-changes/{id}/acceptance"),
            needs(BANK_ACCOUNT_ACCEPT, "POST", "/partners/account-changes/{id}/rejection"),
            needs(PARTNER_MANAGE, "GET", "/partners/new"),
            needs(PARTNER_MANAGE, "POST", "/partners"),
            needs(PARTNER_MANAGE, "POST", "/partners/{id}/identifiers"),
            needs(PARTNER_MANAGE, "POST", "/partners/{id}/certificates"),
            needs(PARTNER_MANAGE, "POST", "/partners/{id}/certificates/{certificate}/removal"),
            needs(PARTNER_MANAGE, "POST", "/partners/{id}/keys"),
            needs(PARTNER_MANAGE, "POST", "/partners/{id}/keys/{key}/removal"),
            needs(CHANNEL_MANAGE, "GET", "/agreements/{id}"),
            needs(CHANNEL_MANAGE, "POST", "/agreements/{id}"),
            needs(CHANNEL_MANAGE, "POST", "/agreements/{id}/removal"),
            needs(CHANNEL_VIEW, "GET", "/partners/{id}/cross-references"),
            needs(CHANNEL_VIEW, "GET", "/partners/{id}/cross-references.csv"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/cross-references"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/cross-references/import"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/cross-references/{line}/removal"),
            needs(CHANNEL_VIEW, "GET", "/partners/{id}/reading"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/reading"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/reading/removal"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/reading/sample"),
            needs(CHANNEL_MANAGE, "POST", "/partners/{id}/reading/table"),
            // API
            needs(INTERCHANGE_SUBMIT, "POST", "/api/v1/interchanges"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/interchanges"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/interchanges/{id}"),
            needs(PAYLOAD_VIEW, "GET", "/api/v1/interchanges/{id}/payload"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/messages/{id}"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/search"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/deals/{number}"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/saved-searches"),
            needs(DOCUMENT_VIEW, "POST", "/api/v1/saved-searches"),
            needs(DOCUMENT_VIEW, "DELETE", "/api/v1/saved-searches/{id}"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/obligations"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/obligations/{id}"),
            needs(OBLIGATION_CHASE, "POST", "/api/v1/obligations/{id}/snooze"),
            needs(OBLIGATION_CHASE, "POST", "/api/v1/obligations/{id}/reminder"),
            needs(DOCUMENT_VIEW, "GET", "/api/v1/obligation-terms"),
            needs(OBLIGATION_CHASE, "PUT", "/api/v1/obligation-terms"),
            needs(OBLIGATION_CHASE, "DELETE", "/api/v1/obligation-terms"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/alert-rules"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/alert-rules/{id}"),
            needs(ALERT_MANAGE, "PUT", "/api/v1/alert-rules/{id}"),
            needs(ALERT_MANAGE, "DELETE", "/api/v1/alert-rules/{id}"),
            needs(ALERT_MANAGE, "POST", "/api/v1/alert-rules/{id}/test"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/notices"),
            needs(ORDER_VIEW, "GET", "/api/v1/purchase-orders"),
            needs(ORDER_VIEW, "GET", "/api/v1/purchase-orders/{id}"),
            needs(ORDER_RESPOND, "POST", "/api/v1/purchase-orders/{id}/response"),
            needs(ORDER_RESPOND, "POST", "/api/v1/purchase-orders/{id}/change-response"),
            needs(ORDER_VIEW, "GET", "/api/v1/transport-orders"),
            needs(ORDER_VIEW, "GET", "/api/v1/transport-orders/{id}"),
            needs(TRANSPORT_RESPOND, "POST", "/api/v1/transport-orders/{id}/response"),
            needs(SHIPMENT_DESPATCH, "POST", "/api/v1/transport-orders/{id}/cancellation"),
            needs(SHIPMENT_DESPATCH, "POST", "/api/v1/shipments/{id}/transport-orders"),
            needs(RFQ_VIEW, "GET", "/api/v1/rfqs"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs"),
            needs(RFQ_VIEW, "GET", "/api/v1/rfqs/{id}"),
            needs(RFQ_PUBLISH, "PUT", "/api/v1/rfqs/{id}"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/publication"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/deadline"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/closure"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/rounds"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/cancellation"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/copy"),
            needs(RFQ_PUBLISH, "POST", "/api/v1/rfqs/{id}/questions/{question}/answer"),
            needs(RFQ_AWARD, "POST", "/api/v1/rfqs/{id}/award"),
            needs(QUOTE_WRITE, "POST", "/api/v1/rfqs/{id}/quotes"),
            needs(QUOTE_WRITE, "POST", "/api/v1/rfqs/{id}/decline"),
            needs(QUOTE_WRITE, "POST", "/api/v1/rfqs/{id}/questions"),
            needs(RFQ_VIEW, "GET", "/api/v1/quotes"),
            needs(RFQ_VIEW, "GET", "/api/v1/quotes/{id}"),
            needs(QUOTE_WRITE, "POST", "/api/v1/quotes/{id}/counter"),
            needs(QUOTE_WRITE, "POST", "/api/v1/quotes/{id}/acceptance"),
            needs(RFQ_AWARD, "POST", "/api/v1/quotes/{id}/order"),
            needs(QUOTE_WRITE, "POST", "/api/v1/quotes/{id}/rejection"),
            needs(QUOTE_WRITE, "POST", "/api/v1/quotes/{id}/withdrawal"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules/{id}/lines/{line}"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock-levels"),
            needs(ORDER_VIEW, "GET", "/api/v1/sales-figures"),
            needs(INVOICE_VIEW, "GET", "/api/v1/invoices"),
            needs(INVOICE_VIEW, "GET", "/api/v1/invoices/{id}"),
            needs(PAYMENT_VIEW, "GET", "/api/v1/payment-tasks"),
            needs(PAYMENT_VIEW, "GET", "/api/v1/instructed-payments"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/incidents"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/incidents/{id}"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/incident-causes"),
            needs(INCIDENT_HANDLE, "POST", "/api/v1/incident-causes/{cause}/retry"),
            needs(INCIDENT_VIEW, "GET", "/api/v1/unknown-senders"),
            needs(INCIDENT_HANDLE, "POST", "/api/v1/incidents/{id}/assignment"),
            needs(INCIDENT_HANDLE, "POST", "/api/v1/incidents/{id}/retry"),
            needs(INCIDENT_HANDLE, "POST", "/api/v1/incidents/{id}/resubmit"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/channels"),
            needs(CHANNEL_MANAGE, "POST", "/api/v1/channels"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/channels/{id}"),
            needs(CHANNEL_MANAGE, "PUT", "/api/v1/channels/{id}"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/channels/{id}/test"),
            needs(CHANNEL_MANAGE, "POST", "/api/v1/channels/{id}/test"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/agreements"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/agreements/{id}"),
            needs(CHANNEL_MANAGE, "PUT", "/api/v1/agreements/{id}/acknowledgements"),
            needs(PARTNER_VIEW, "GET", "/api/v1/party-changes"),
            needs(PARTNER_VIEW, "GET", "/api/v1/party-changes/{id}"),
            needs(PARTNER_MANAGE, "POST", "/api/v1/party-changes/{id}/acceptance"),
            needs(PARTNER_MANAGE, "POST", "/api/v1/party-changes/{id}/rejection"),
            needs(BANK_ACCOUNT_ACCEPT, "POST", "/api/v1/account-changes/{id}/acceptance"),
            needs(BANK_ACCOUNT_ACCEPT, "POST", "/api/v1/account-changes/{id}/rejection"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/partners/{id}/cross-references"),
            needs(CHANNEL_MANAGE, "POST", "/api/v1/partners/{id}/cross-references"),
            needs(CHANNEL_MANAGE, "DELETE", "/api/v1/partners/{id}/cross-references/{line}"),
            needs(CHANNEL_VIEW, "GET", "/api/v1/partners/{id}/reading-settings"),
            needs(CHANNEL_MANAGE, "PUT", "/api/v1/partners/{id}/reading-settings"),
            needs(CHANNEL_MANAGE, "DELETE", "/api/v1/partners/{id}/reading-settings"),
            needs(METRICS_VIEW, "GET", "/actuator/**"));

    private EndpointRules() {}

    public static List<Rule> all() {
        return TABLE;
    }

    /** The most specific rule for a request; HEAD is asked for like GET. */
    static Optional<Rule> of(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        String asked = HttpMethod.HEAD.matches(method) ? "GET" : method;
        return TABLE.stream()
                .filter(rule -> rule.method.equals(asked) && rule.path.matches(container))
                .min(Comparator.comparing(Rule::path));
    }

    /** What an address can be asked for. */
    static Set<String> methods(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return TABLE.stream().filter(rule -> rule.path.matches(container)).map(Rule::method).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rule open(String method, String pattern) {
        return Rule.of(method, pattern, true, null);
    }

    private static Rule signedIn(String method, String pattern) {
        return Rule.of(method, pattern, false, null);
    }

    private static Rule needs(Permission permission, String method, String pattern) {
        return Rule.of(method, pattern, false, permission);
    }
}
