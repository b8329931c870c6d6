package io.tradelane.portal.partner;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Certificates of servers, and keys of hosts, that channels name in their settings. */
@Component
class ChannelCertificates {
    private static final String PEM = "-----BEGIN CERTIFICATE-----";
    private final Channels channels;

    ChannelCertificates(Channels channels) {
        this.channels = channels;
    }

    /**
     * @param use TLS or SFTP
     * @param name of the certificate's subject; the kind of a host key
     * @param validTo null: a host key has no end
     */
    record Entry(UUID channel, String channelName, UUID organisation, String use, String name, String fingerprint, @Nullable Instant validTo) {}

    /** Those that end first at the top. */
    List<Entry> list(@Nullable UUID organisation) {
        List<Entry> entries = new ArrayList<>();
        for (Channel channel : channels.list(organisation)) {
            channel.parameters().values().forEach(value -> {
                if (value.contains(PEM)) {
                    certificates(channel, value, entries);
                } else if (value.contains("SHA256:") || value.matches("(?s).*\\b(ssh-|ecdsa-)[a-z0-9-]+ [A-Za-z0-9+/=]{40,}.*")) {
                    value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> entries.add(hostKey(channel, line)));
                }
            });
        }
        entries.sort(java.util.Comparator.comparing(entry -> entry.validTo() == null ? Instant.MAX : entry.validTo()));
        return entries;
    }

    private static Entry hostKey(Channel channel, String line) {
        String[] words = line.split("\\s+");
        String last = words.length > 1 && words[words.length - 1].length() > 60 ? words[words.length - 1].substring(0, 60) + "…" : words[words.length - 1];
        return new Entry(channel.id(), channel.name(), channel.organisation(), "SFTP", words.length > 1 ? words[words.length - 2] : "SHA256", last, null);
    }

    private static void certificates(Channel channel, String pem, List<Entry> entries) {
        try {
            for (var read : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                X509Certificate certificate = (X509Certificate) read;
                entries.add(new Entry(channel.id(), channel.name(), channel.organisation(), "TLS", certificate.getSubjectX500Principal().getName(),
                        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())), certificate.getNotAfter().toInstant()));
            }
        } catch (GeneralSecurityException unreadable) {
            // The channel's own page says that its settings cannot be used.
        }
    }
}
