package io.tradelane.adapters.soap;

import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds out who calls, before the body is read. The API key comes as the password of a WS-Security UsernameToken (PasswordText, the user
 * name is not looked at), as an HTTP bearer token or as the password of HTTP Basic; an access token likewise; or the client certificate
 * says who it is.
 */
final class ServiceCredentials extends AbstractSoapInterceptor {
    private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final QName SECURITY = new QName(WSSE, "Security");

    /** Where the web server's filter puts the fingerprint of the connection's client certificate. */
    private static final String CERTIFICATE = "tradelane.client-certificate";

    private final ApiClients clients;

    private final QName fault;

    /** @param fault the element of the service's typed fault */
    ServiceCredentials(ApiClients clients, QName fault) {
        super(Phase.PRE_PROTOCOL);
        this.fault = fault;
        this.clients = clients;
    }

    /** So that a Security header marked mustUnderstand is not refused. */
    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        String certificate = message.get(AbstractHTTPDestination.HTTP_REQUEST) instanceof HttpServletRequest request
                && request.getAttribute(CERTIFICATE) instanceof String fingerprint ? fingerprint : null;
        Optional<String> shown = fromHeader(message).or(() -> fromHttp(message));
        ApiClient client = Tenancy.call(Actor.hub(), () -> shown.isPresent() ? clients.authenticate(shown.get(), certificate)
                        : certificate == null ? Optional.<ApiClient>empty() : clients.byCertificate(certificate))
                .filter(ApiClient::maySubmit).orElseThrow(() -> Faults.notAuthorised(fault, "A valid API key is required"));
        message.getExchange().put(ApiClient.class, client);
    }

    private static Optional<String> fromHeader(SoapMessage message) {
        Header header = message.getHeader(SECURITY);
        return header != null && header.getObject() instanceof Element security
                ? child(security, "UsernameToken").flatMap(token -> child(token, "Password")).map(Node::getTextContent).map(String::strip)
                : Optional.empty();
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && WSSE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fromHttp(SoapMessage message) {
        Map<String, List<String>> headers = CastUtils.cast((Map<?, ?>) message.get(Message.PROTOCOL_HEADERS));
        if (headers == null) {
            return Optional.empty();
        }
        String value = headers.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase("Authorization"))
                .flatMap(e -> e.getValue().stream()).findFirst().orElse("");
        if (value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(value.substring(7).strip());
        }
        return value.regionMatches(true, 0, "Basic ", 0, 6) ? password(value.substring(6).strip()) : Optional.empty();
    }

    private static Optional<String> password(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return pair.indexOf(':') < 0 ? Optional.empty() : Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
