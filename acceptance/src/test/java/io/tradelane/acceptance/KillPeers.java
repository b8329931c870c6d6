package io.tradelane.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The systems of the partners: servers for SFTP, FTPS, mail and HTTP that outlive the hub. Each keeps what it gets. */
final class KillPeers implements AutoCloseable {
    static final String PASSWORD = "secret word";
    private final Path root;
    private final SshServer sftp = SshServer.setUpDefaultServer();
    private final FtpServer ftps;
    private final int ftpsPort;
    private final String ftpsCertificate;
    private final KeyPair hostKey = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    final GreenMail mail = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)});
    private final HttpServer http;
    private final ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();

    /** @param id by which the receiver knows a repeat */
    record Delivery(String door, String id, String body) {}

    KillPeers(Path root) throws Exception {
        this.root = root;
        for (String folder : List.of("sftp/out", "sftp/in", "ftps/out", "ftps/in")) {
            Files.createDirectories(root.resolve(folder));
        }
        sftp.setHost("127.0.0.1");
        sftp.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        sftp.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        sftp.setFileSystemFactory(new VirtualFileSystemFactory(root.resolve("sftp")));
        sftp.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        sftp.start();
        Path keys = root.resolve("keys.p12");
        ftpsCertificate = makeKey(keys);
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(keys.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword("changeit");
        tls.setSslProtocol("TLSv1.2", "TLSv1.3");
        var listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(0);
        listener.setSslConfiguration(tls.createSslConfiguration());
        var factory = new FtpServerFactory();
        factory.addListener("default", listener.createListener());
        var user = new BaseUser();
        user.setName("hub");
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.resolve("ftps").toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        ftps = factory.createServer();
        ftps.start();
        ftpsPort = factory.getListener("default").getPort();
        mail.start();
        http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        http.createContext("/webhook", exchange -> take(exchange, "webhook", "webhook-id"));
        http.createContext("/as2", exchange -> take(exchange, "as2", "Message-ID"));
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    private static String makeKey(Path keys) throws Exception {
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server", "-keyalg",
                "EC", "-dname", "CN=127.0.0.1", "-ext", "SAN=ip:127.0.0.1", "-validity", "30", "-keystore", keys.toString(), "-storetype", "PKCS12",
                "-storepass", "changeit").inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(store.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private void take(HttpExchange exchange, String door, String header) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            deliveries.add(new Delivery(door, String.valueOf(exchange.getRequestHeaders().getFirst(header)), body));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Settings of the channel by which the hub receives from the partner, or sends to it. */
    Map<String, String> settings(KillPartner partner, boolean inbound) {
        String directory = inbound ? "/out" : "/in";
        return switch (partner.door()) {
            case "sftp" -> with(polled(inbound), Map.of("host", "127.0.0.1", "port", Integer.toString(sftp.getPort()), "user", "hub", "directory", directory,
                    "hostKeys", KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic())));
            case "ftps" -> with(polled(inbound), Map.of("host", "127.0.0.1", "port", Integer.toString(ftpsPort), "user", "hub", "directory", directory,
                    "certificate", ftpsCertificate));
            case "mail" -> inbound
                    ? Map.of("host", "127.0.0.1", "port", Integer.toString(mail.getImap().getPort()), "tls", "NONE", "user", partner.user(), "senders",
                            "buyer@partner.example", "pollMillis", "500")
                    : Map.of("host", "127.0.0.1", "port", Integer.toString(mail.getSmtp().getPort()), "tls", "NONE", "from", "hub@hub.example", "to",
                            "buyer@partner.example");
            case "webhook" -> inbound ? Map.of() : Map.of("url", "http://127.0.0.1:" + http.getAddress().getPort() + "/webhook");
            case "as2" -> inbound
                    ? Map.of("partnerName", partner.user(), "hubName", "HUB", "signatureRequired", "false", "encryptionRequired", "false")
                    : Map.of("partnerName", partner.user(), "hubName", "HUB", "url", "http://127.0.0.1:" + http.getAddress().getPort() + "/as2",
                            "signature", "NONE", "encryption", "NONE", "receipt", "NONE");
            default -> Map.of("user", partner.user());
        };
    }

    private static Map<String, String> polled(boolean inbound) {
        return inbound ? Map.of("pollMillis", "500", "stableMillis", "0") : Map.of();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    Map<String, String> secrets(KillPartner partner, boolean inbound) {
        return switch (partner.door()) {
            case "mail" -> inbound ? Map.of("password", PASSWORD) : Map.of();
            case "webhook" -> Map.of("secret", KillSenders.WEBHOOK_SECRET);
            case "as2" -> Map.of();
            default -> Map.of("password", PASSWORD);
        };
    }

    /** Puts the order where the hub fetches it. */
    void offer(KillPartner partner) throws Exception {
        Files.write(root.resolve(partner.door()).resolve("out").resolve(partner.user() + ".edi"), partner.order().bytes());
    }

    void mailOrder(KillPartner partner) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("buyer@partner.example");
        message.setSubject("Order");
        var part = new MimeBodyPart();
        part.setContent(partner.order().bytes(), "application/EDIFACT");
        part.setFileName("order.edi");
        message.setContent(new MimeMultipart(part));
        message.saveChanges();
        mail.setUser(partner.user() + "@hub.example", partner.user(), PASSWORD).deliver(message);
    }

    /** Deliveries of the answer to this partner, by the id under which each came, or the name of its file. */
    List<Delivery> received(KillPartner partner) throws Exception {
        return switch (partner.door()) {
            case "sftp", "ftps" -> files(partner);
            case "mail" -> Stream.of(mail.getReceivedMessages()).map(KillPeers::delivery).filter(one -> one.body().contains(partner.answer())).toList();
            default -> deliveries.stream().filter(one -> one.door().equals(partner.door()) && one.body().contains(partner.answer())).toList();
        };
    }

    private List<Delivery> files(KillPartner partner) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(partner.door()).resolve("in"))) {
            return files.filter(Files::isRegularFile).map(file -> {
                try {
                    return new Delivery(partner.door(), file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }).filter(one -> one.body().contains(partner.answer())).toList();
        }
    }

    /** What the hub mails is the attachment alone, in base 64. */
    private static Delivery delivery(MimeMessage message) {
        try {
            return new Delivery("mail", message.getMessageID(), new String(message.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("The mailbox holds what cannot be read", unreadable);
        }
    }

    @Override
    public void close() throws Exception {
        sftp.stop(true);
        ftps.stop();
        mail.stop();
        http.stop(0);
    }
}
