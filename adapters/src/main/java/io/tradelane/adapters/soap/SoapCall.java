package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.calling.Calls;
import io.tradelane.adapters.calling.TlsContexts;
import io.tradelane.trading.partner.Channel;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.springframework.stereotype.Component;

/** Calls an operation of a partner's service, dispatched as a channel declares it: no class is made from the partner's WSDL. */
@Component
class SoapCall {
    private static final QName SERVICE = new QName("urn:tradelane:partner", "PartnerService");
    private static final QName PORT = new QName("urn:tradelane:partner", "PartnerPort");
    private static final String KEYS = "tradelane.keys";
    private static final long CONNECT = 5_000;
    private static final long ANSWER = 60_000;

    private final Calls calls;
    private final ServerSightings sightings;
    private final ChannelKeys keys;

    SoapCall(Calls calls, ServerSightings sightings, ChannelKeys keys) {
        this.calls = calls;
        this.sightings = sightings;
        this.keys = keys;
    }

    /** @return the payload of the answer @throws jakarta.xml.ws.WebServiceException for a fault and for no answer */
    Source invoke(Channel channel, Settings settings, OutboundTransmission transmission) throws IOException {
        calls.check(URI.create(settings.text(SoapParameters.URL)));
        var body = SoapBody.of(settings, transmission);
        Service service = Service.create(SERVICE);
        boolean twelve = settings.text(SoapParameters.VERSION).equals("1.2");
        service.addPort(PORT, twelve ? SOAPBinding.SOAP12HTTP_BINDING : SOAPBinding.SOAP11HTTP_BINDING, settings.text(SoapParameters.URL));
        Dispatch<Source> dispatch = service.createDispatch(PORT, Source.class, Service.Mode.PAYLOAD);
        Map<String, Object> context = dispatch.getRequestContext();
        settings.find(SoapParameters.ACTION).ifPresent(action -> {
            context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
            context.put(BindingProvider.SOAPACTION_URI_PROPERTY, action);
        });
        Map<String, List<String>> headers = calls.authorisation(channel, settings).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        context.put(MessageContext.HTTP_REQUEST_HEADERS, headers);
        if (!body.attachments().isEmpty()) {
            context.put("mtom-enabled", true);
            context.put(MessageContext.OUTBOUND_MESSAGE_ATTACHMENTS, body.attachments());
        }
        Client client = ((DispatchImpl<Source>) dispatch).getClient();
        try {
            secure(client, channel, settings);
            return dispatch.invoke(new StreamSource(new StringReader(body.xml())));
        } finally {
            client.destroy();
        }
    }

    private void secure(Client client, Channel channel, Settings settings) {
        var conduit = (HTTPConduit) client.getConduit();
        var policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(CONNECT);
        policy.setReceiveTimeout(ANSWER);
        policy.setAutoRedirect(false);
        policy.setAllowChunking(false);
        conduit.setClient(policy);
        var tls = new TLSClientParameters();
        tls.setSslContext(TlsContexts.of(settings, sightings.of(channel)));
        conduit.setTlsClientParameters(tls);
        Map<String, Object> how = new HashMap<>();
        String actions = actions(settings);
        if (actions.isEmpty()) {
            return;
        }
        how.put(ConfigurationConstants.ACTION, actions);
        settings.find(SoapParameters.WSS_USER).ifPresent(user -> how.put(ConfigurationConstants.USER, user));
        how.put(ConfigurationConstants.PASSWORD_TYPE, "PasswordText");
        how.put(ConfigurationConstants.PW_CALLBACK_REF, passwords(settings));
        if (settings.flag(SoapParameters.SIGN)) {
            how.put(ConfigurationConstants.SIGNATURE_USER, SoapKeys.ALIAS);
            how.put(ConfigurationConstants.SIG_PROP_REF_ID, KEYS);
            how.put(KEYS, SoapKeys.of(keys.signing(channel)));
            how.put(ConfigurationConstants.SIG_KEY_ID, "DirectReference");
            how.put(ConfigurationConstants.SIG_ALGO, "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
            how.put(ConfigurationConstants.SIG_DIGEST_ALGO, "http://www.w3.org/2001/04/xmlenc#sha256");
            String soap = settings.text(SoapParameters.VERSION).equals("1.2") ? "http://www.w3.org/2003/05/soap-envelope" : "http://schemas.xmlsoap.org/soap/envelope/";
            how.put(ConfigurationConstants.SIGNATURE_PARTS, "{Element}{" + soap + "}Body;"
                    + "{Element}{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}Timestamp");
        }
        client.getOutInterceptors().add(new WSS4JOutInterceptor(how));
    }

    private static String actions(Settings settings) {
        String user = settings.find(SoapParameters.WSS_USER).isPresent() ? ConfigurationConstants.USERNAME_TOKEN + " " : "";
        return (user + (settings.flag(SoapParameters.SIGN) ? ConfigurationConstants.TIMESTAMP + " " + ConfigurationConstants.SIGNATURE : "")).strip();
    }

    /** The key's password is empty; the user's is the channel's. */
    private static CallbackHandler passwords(Settings settings) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(asked.getUsage() == WSPasswordCallback.USERNAME_TOKEN ? settings.find(SoapParameters.WSS_PASSWORD).orElse("") : "");
                }
            }
        };
    }
}
