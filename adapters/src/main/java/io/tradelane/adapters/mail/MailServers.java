package io.tradelane.adapters.mail;

import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.WatchedTrust;
import io.tradelane.adapters.mail.MailParameters.Tls;
import io.tradelane.trading.partner.Channel;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.springframework.stereotype.Component;

/** Connections to a channel's mail server. Certificate and name of the server are checked; STARTTLS that is not offered is a failure. */
@Component
class MailServers {
    private static final String CONNECT = "10000";
    private static final String SILENCE = "30000";

    private final OutboundTargets targets;
    private final ServerSightings sightings;

    MailServers(OutboundTargets targets, ServerSightings sightings) {
        this.targets = targets;
        this.sightings = sightings;
    }

    Session session(Channel channel, Settings settings, String protocol) {
        Tls tls = Tls.valueOf(settings.text(MailParameters.TLS));
        String prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", CONNECT);
        properties.put(prefix + "timeout", SILENCE);
        properties.put(prefix + "writetimeout", SILENCE);
        properties.put(prefix + "ssl.enable", Boolean.toString(tls == Tls.IMPLICIT));
        properties.put(prefix + "starttls.enable", Boolean.toString(tls == Tls.STARTTLS));
        properties.put(prefix + "starttls.required", Boolean.toString(tls == Tls.STARTTLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (tls != Tls.NONE) {
            properties.put(prefix + "ssl.socketFactory", watched(channel).getSocketFactory());
        }
        properties.put(prefix + "auth", Boolean.toString(settings.find(MailParameters.USER).isPresent()));
        return Session.getInstance(properties);
    }

    Store imap(Channel channel, Settings settings) throws MessagingException {
        check(settings);
        Store store = session(channel, settings, "imap").getStore("imap");
        store.connect(settings.text(MailParameters.HOST), (int) settings.number(MailParameters.PORT),
                settings.find(MailParameters.USER).orElse(null), settings.find(MailParameters.PASSWORD).orElse(null));
        return store;
    }

    Transport smtp(Settings settings, Session session) throws MessagingException {
        check(settings);
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.text(MailParameters.HOST), (int) settings.number(MailParameters.PORT),
                settings.find(MailParameters.USER).orElse(null), settings.find(MailParameters.PASSWORD).orElse(null));
        return transport;
    }

    private SSLContext watched(Channel channel) {
        try {
            return WatchedTrust.context(null, null, sightings.of(channel));
        } catch (GeneralSecurityException noTls) {
            throw new IllegalStateException(noTls);
        }
    }

    /** @throws IOException where the hub may not go, or nobody has that name */
    InetAddress resolve(Settings settings) throws IOException {
        return targets.check(settings.text(MailParameters.HOST));
    }

    private void check(Settings settings) throws MessagingException {
        try {
            resolve(settings);
        } catch (IOException refused) {
            throw new MessagingException(refused.getMessage(), refused);
        }
    }
}
