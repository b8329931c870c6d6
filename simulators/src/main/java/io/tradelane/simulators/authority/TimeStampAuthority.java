package io.tradelane.simulators.authority;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tradelane.adapters.as2.message.Identity;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority (RFC 3161 over HTTP) for the demo: its time is this machine's, and its certificate says DEMO. */
public final class TimeStampAuthority implements AutoCloseable {
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.13762.3");
    private static final int LARGEST_REQUEST = 10_000;
    private final Identity identity;
    private final Clock clock;
    private final HttpServer server;

    /** @param port 0: any free one; then see {@link #address} */
    public TimeStampAuthority(DemoAuthority authority, Clock clock, int port) throws IOException {
        this.identity = authority.timeStamps();
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 20);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] response = stamp(exchange.getRequestBody().readNBytes(LARGEST_REQUEST));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        } catch (GeneralSecurityException | OperatorCreationException | TSPException broken) {
            throw new IOException("no time-stamp can be made", broken);
        }
    }

    private byte[] stamp(byte[] query) throws IOException, GeneralSecurityException, OperatorCreationException, TSPException {
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator generator = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", identity.key(), identity.certificate()), sha256, POLICY);
        generator.addCertificates(new JcaCertStore(List.of(identity.certificate())));
        return new TimeStampResponseGenerator(generator, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(query), new BigInteger(64, new SecureRandom()), Date.from(clock.instant())).getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
