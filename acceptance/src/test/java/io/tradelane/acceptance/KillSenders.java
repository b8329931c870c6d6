package io.tradelane.acceptance;

import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Partners that come to the hub by themselves: webhook, AS2, its SFTP server, its queues. What got no answer they send again under the same id. */
final class KillSenders {
    static final String WEBHOOK_SECRET = "whsec_" + Base64.getEncoder().encodeToString("a secret of the two sides, long enough".getBytes(StandardCharsets.UTF_8));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private KillSenders() {}

    /** @return whether it was acknowledged */
    static boolean webhook(TradelaneProcess hub, KillPartner partner) throws Exception {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(WEBHOOK_SECRET.substring("whsec_".length())), "HmacSHA256"));
        mac.update((partner.id() + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        return post(hub.address("/api/v1/webhooks/" + partner.inbound()), partner, "webhook-id", partner.id(), "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac.doFinal(partner.order().bytes())));
    }

    static boolean as2(TradelaneProcess hub, KillPartner partner) throws Exception {
        return post(hub.address("/as2"), partner, "AS2-From", partner.user(), "AS2-To", "HUB", "AS2-Version", "1.2", "Message-ID",
                "<" + partner.id() + "@partner.example>");
    }

    private static boolean post(String address, KillPartner partner, String... headers) throws InterruptedException {
        try {
            int status = HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(120))
                    .header("Content-Type", "application/EDIFACT").headers(headers)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(partner.order().bytes())).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException(partner.door() + " answered " + status);
            }
            return true;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    interface OnSftp<T> {
        T with(SftpClient sftp) throws IOException;
    }

    static <T> T sftp(int port, KillPartner partner, OnSftp<T> work) throws IOException {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (var session = client.connect(partner.user(), "127.0.0.1", port).verify(Duration.ofSeconds(20)).getSession()) {
                session.addPasswordIdentity(KillPeers.PASSWORD);
                session.auth().verify(Duration.ofSeconds(20));
                try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
                    return work.with(sftp);
                }
            }
        }
    }

    static boolean upload(int port, KillPartner partner) {
        try {
            return sftp(port, partner, sftp -> {
                try (var out = sftp.write("/in/order.edi")) {
                    out.write(partner.order().bytes());
                }
                return true;
            });
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** Files that wait for the partner, with what is in them. */
    static List<KillPeers.Delivery> fetch(int port, KillPartner partner) throws IOException {
        return sftp(port, partner, sftp -> {
            List<KillPeers.Delivery> files = new ArrayList<>();
            for (SftpClient.DirEntry entry : sftp.readEntries("/out")) {
                if (entry.getAttributes().isRegularFile()) {
                    try (var in = sftp.read("/out/" + entry.getFilename())) {
                        files.add(new KillPeers.Delivery(partner.door(), entry.getFilename(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
                    }
                }
            }
            return files;
        });
    }

    static void queue(int port, KillPartner partner) throws Exception {
        try (var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port); var context = factory.createContext(partner.user(), KillPeers.PASSWORD)) {
            context.createProducer().send(context.createQueue("tradelane.partner." + partner.user() + ".in"), partner.order().bytes());
        }
    }

    static List<KillPeers.Delivery> dequeue(int port, KillPartner partner) throws Exception {
        List<KillPeers.Delivery> got = new ArrayList<>();
        try (var factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port); var context = factory.createContext(partner.user(), KillPeers.PASSWORD);
                var consumer = context.createConsumer(context.createQueue("tradelane.partner." + partner.user() + ".out"))) {
            for (Message message = consumer.receive(3_000); message != null; message = consumer.receive(500)) {
                byte[] body = new byte[(int) ((BytesMessage) message).getBodyLength()];
                ((BytesMessage) message).readBytes(body);
                got.add(new KillPeers.Delivery(partner.door(), message.getJMSCorrelationID(), new String(body, StandardCharsets.ISO_8859_1)));
            }
        }
        return got;
    }
}
