package io.tradelane.adapters.mail;

import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.Settings;
import io.tradelane.adapters.mail.MailParameters.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.io.IOException;
import java.util.Properties;

/** Connections to a channel's mail server. Certificate and name of the server are checked; STARTTLS that is not offered is a failure. */
final class MailServers {
    private static final String CONNECT = "10000";
    private static final String SILENCE = "30000";

    private MailServers() {}

    static Session session(Settings settings, String protocol) {
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
        properties.put(prefix + "auth", Boolean.toString(settings.find(MailParameters.USER).isPresent()));
        return Session.getInstance(properties);
    }

    static Store imap(OutboundTargets targets, Settings settings) throws MessagingException {
        check(targets, settings);
        Store store = session(settings, "imap").getStore("imap");
        store.connect(settings.text(MailParameters.HOST), (int) settings.number(MailParameters.PORT),
                settings.find(MailParameters.USER).orElse(null), settings.find(MailParameters.PASSWORD).orElse(null));
        return store;
    }

    static Transport smtp(OutboundTargets targets, Settings settings, Session session) throws MessagingException {
        check(targets, settings);
        Transport transport = session.getTransport("smtp");
        transport.connect(settings.text(MailParameters.HOST), (int) settings.number(MailParameters.PORT),
                settings.find(MailParameters.USER).orElse(null), settings.find(MailParameters.PASSWORD).orElse(null));
        return transport;
    }

    private static void check(OutboundTargets targets, Settings settings) throws MessagingException {
        try {
            targets.check(settings.text(MailParameters.HOST));
        } catch (IOException refused) {
            throw new MessagingException(refused.getMessage(), refused);
        }
    }
}
