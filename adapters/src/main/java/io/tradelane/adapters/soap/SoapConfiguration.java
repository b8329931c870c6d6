package io.tradelane.adapters.soap;

import io.tradelane.adapters.ChannelKeys;
import io.tradelane.adapters.RunningChannels;
import io.tradelane.trading.partner.ApiClients;
import java.util.Map;
import javax.xml.namespace.QName;
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
    static final QName BANK_FAULT = new QName("urn:tradelane:bank-confirmation:1", "ConfirmPaymentFault");
    static final QName EXCHANGE_FAULT = new QName("urn:tradelane:document-exchange:1", "SubmitDocumentFault");
    private static final long MAX_REQUEST = 64L * 1024 * 1024;

    @Bean
    EndpointImpl bankConfirmation(Bus bus, SoapIntake intake, RunningChannels running, ChannelKeys keys, ApiClients clients) {
        return publish("/BankConfirmation", new EndpointImpl(bus, new BankConfirmationEndpoint(intake)), new ServiceCredentials(clients, BANK_FAULT),
                new RequiredSignature(running, keys, BANK_FAULT));
    }

    @Bean
    EndpointImpl documentExchange(Bus bus, SoapIntake intake, RunningChannels running, ChannelKeys keys, ApiClients clients) {
        return publish("/DocumentExchange", new EndpointImpl(bus, new DocumentExchangeEndpoint(intake)), new ServiceCredentials(clients, EXCHANGE_FAULT),
                new RequiredSignature(running, keys, EXCHANGE_FAULT));
    }

    private static EndpointImpl publish(String address, EndpointImpl endpoint, ServiceCredentials credentials, RequiredSignature signature) {
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
        endpoint.getInInterceptors().add(credentials);
        endpoint.getInInterceptors().add(signature);
        endpoint.publish(address);
        return endpoint;
    }
}
