package io.tradelane.adapters;

import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.exchange.ServerIdentity.Kind;
import io.tradelane.trading.exchange.ServerIdentity.Shown;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells by what certificates and keys the servers of partners are known: only what is new is written. */
@Component
public class ServerSightings {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSightings.class);
    private final ServerIdentities identities;
    private final Map<UUID, String> told = new ConcurrentHashMap<>();

    public ServerSightings(ServerIdentities identities) {
        this.identities = identities;
    }

    /** What a connector finds out about the server of one channel. */
    public interface Of {
        void accepted(Shown shown);

        void refused(Shown shown);

        /** @param session null: without TLS */
        default void seen(@Nullable SSLSession session) {
            try {
                if (session != null && session.getPeerCertificates()[0] instanceof X509Certificate shown) {
                    accepted(certificate(shown));
                }
            } catch (SSLPeerUnverifiedException none) {
                LOG.debug("A server without a certificate", none);
            }
        }

        /** Where the connection failed for the certificate. */
        default void failed(SSLException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof CertificateException) {
                    refused(new Shown(Kind.TLS, String.valueOf(cause.getMessage()), "", null));
                    return;
                }
            }
        }
    }

    public Of of(Channel channel) {
        return new Of() {
            @Override
            public void accepted(Shown shown) {
                tell(channel, "known " + shown.fingerprint(), shown, identities::accepted);
            }

            @Override
            public void refused(Shown shown) {
                tell(channel, "refused " + shown.fingerprint(), shown, identities::refused);
            }
        };
    }

    private void tell(Channel channel, String what, Shown shown, BiConsumer<Channel, Shown> write) {
        if (what.equals(told.put(channel.id(), what))) {
            return;
        }
        try {
            Tenancy.run(Actor.hub(), () -> write.accept(channel, shown));
        } catch (RuntimeException databaseAway) {
            told.remove(channel.id());
            LOG.warn("What the server of {} showed cannot be written now: {}", channel.name(), databaseAway.getMessage());
        }
    }

    public static Shown certificate(X509Certificate shown) {
        try {
            return new Shown(Kind.TLS, shown.getSubjectX500Principal().getName(),
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown.getEncoded())), shown.getNotAfter().toInstant());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
