package io.tradelane.server.tls;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who connects.
 *
 * @param clientCertificates whether the process's own TLS (server.ssl.bundle) asks for client certificates; whose one is says the
 *     partner's page, so that no authority has to be configured and a self-signed one will do
 * @param clientCertificateHeader name of the header in which a load balancer that ends TLS hands the client certificate on: base64 of
 *     DER, RFC 9440, or PEM in percent-encoding; the balancer has to take off what clients send under this name. None is believed when not set
 */
@ConfigurationProperties("tradelane.tls")
record TlsSettings(@DefaultValue("false") boolean clientCertificates, @DefaultValue("") String clientCertificateHeader) {}
