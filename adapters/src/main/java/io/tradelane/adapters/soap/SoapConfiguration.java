package io.tradelane.adapters.soap;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Transmitter;
import io.tradelane.trading.partner.ApiClients;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.logging.FaultListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Publishes the services below {@code /services} (the starter's {@code cxf.path}); the WSDL is at {@code ?wsdl}. CXF reads XML without
 * document type declarations; the limits below stop what is too large or too deep before it is in memory.
 */
@Configuration(proxyBeanMethods = false)
class SoapConfiguration {
    private static final long MAX_REQUEST = 64L * 1024 * 1024;

    @Bean
    EndpointImpl bankConfirmation(Bus bus, Transmitter transmitter, RunningChannels running, ApiClients clients) {
        var endpoint = new EndpointImpl(bus, new BankConfirmationEndpoint(transmitter, running));
        endpoint.setProperties(Map.of(
                FaultListener.class.getName(), new BriefFaults(),
                "mtom-enabled", "true",
                "schema-validation-enabled", "false",
                "attachment-max-size", Long.toString(MAX_REQUEST),
                "attachment-max-count", "5",
                "org.apache.cxf.stax.maxChildElements", "1000",
                "org.apache.cxf.stax.maxElementDepth", "20",
                "org.apache.cxf.stax.maxTextLength", Long.toString(MAX_REQUEST),
                "org.apache.cxf.stax.maxXMLCharacters", Long.toString(MAX_REQUEST)));
        endpoint.getInInterceptors().add(new RequestLimit(MAX_REQUEST));
        endpoint.getInInterceptors().add(new ServiceCredentials(clients));
        endpoint.publish("/BankConfirmation");
        return endpoint;
    }
}
