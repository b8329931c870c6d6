package io.tradelane.portal.access;

import io.tradelane.trading.partner.CertificateText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The client certificate of a connection: of its own TLS, or as a balancer that ends TLS hands it on. Whose it is says the table of keys;
 * no authority is asked, so a self-signed one is as good as any.
 */
@Component
final class ClientCertificates {
    /** Attribute of a request with the fingerprint of its client certificate, for doors that look themselves. */
    static final String ATTRIBUTE = "tradelane.client-certificate";
    private static final String OF_TLS = "jakarta.servlet.request.X509Certificate";
    private static final int LONGEST = 16_000;
    private final String header;
    private final Clock clock;

    /** @param header that the balancer sets, and takes off what a stranger sends; empty: none is believed */
    ClientCertificates(@Value("${tradelane.tls.client-certificate-header:}") String header, Clock clock) {
        this.header = header;
        this.clock = clock;
    }

    /** SHA-256, hexadecimal; null where there is no certificate, or one that is not of this time. */
    @Nullable String fingerprint(HttpServletRequest request) {
        return find(request).filter(this::isOfNow).map(CertificateText::fingerprint).orElse(null);
    }

    private Optional<X509Certificate> find(HttpServletRequest request) {
        if (request.getAttribute(OF_TLS) instanceof X509Certificate[] chain && chain.length > 0) {
            return Optional.of(chain[0]);
        }
        String value = header.isBlank() ? null : request.getHeader(header);
        return value == null || value.isBlank() || value.length() > LONGEST ? Optional.empty() : parse(value.strip());
    }

    private boolean isOfNow(X509Certificate certificate) {
        Date now = Date.from(clock.instant());
        return !now.before(certificate.getNotBefore()) && now.before(certificate.getNotAfter());
    }

    /** RFC 9440 ({@code :base64:}), base64 of DER as HAProxy writes it, or PEM in percent-encoding as nginx does. */
    private static Optional<X509Certificate> parse(String value) {
        try {
            byte[] bytes = value.startsWith("-----") ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII)
                    : Base64.getDecoder().decode(value.replaceAll("^:|:$", ""));
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (CertificateException | IllegalArgumentException noCertificate) {
            return Optional.empty();
        }
    }
}
