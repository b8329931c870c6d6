package io.tradelane.adapters.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.as2.message.Identities;
import io.tradelane.adapters.as2.message.Peers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Against a server of Apache FtpServer, once with AUTH TLS and once with TLS from the start. */
class FtpsDoorTest extends RemoteDoorTest {
    private static final AtomicBoolean CUT = new AtomicBoolean();
    private static Path root;
    private static FtpServer server;
    private static int explicit;
    private static int implicit;

    @Autowired
    private FtpsDoor door;

    @BeforeAll
    static void startServer() throws Exception {
        root = Files.createTempDirectory(FOLDERS, "ftps");
        Path keys = Files.createTempFile(FOLDERS, "keys", ".p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", Peers.HUB.key(), "changeit".toCharArray(), new Certificate[] {Peers.HUB.certificate()});
        try (OutputStream out = Files.newOutputStream(keys)) {
            store.store(out, "changeit".toCharArray());
        }
        var tls = new SslConfigurationFactory();
        tls.setKeystoreFile(keys.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword("changeit");
        tls.setSslProtocol("TLSv1.2", "TLSv1.3");
        var factory = new FtpServerFactory();
        for (boolean fromTheStart : List.of(false, true)) {
            var listener = new ListenerFactory();
            listener.setServerAddress("127.0.0.1");
            listener.setPort(0);
            listener.setSslConfiguration(tls.createSslConfiguration());
            listener.setImplicitSsl(fromTheStart);
            factory.addListener(fromTheStart ? "implicit" : "default", listener.createListener());
        }
        var user = new BaseUser();
        user.setName("hub");
        user.setPassword("secret word");
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(user);
        factory.setFileSystem(new NativeFileSystemFactory());
        factory.setFtplets(new HashMap<>(Map.of("cutting", new Cutting())));
        server = factory.createServer();
        server.start();
        explicit = factory.getListener("default").getPort();
        implicit = factory.getListener("implicit").getPort();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    /** Ends the connection a little after a transfer began. */
    private static final class Cutting extends DefaultFtplet {
        @Override
        public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) {
            return CUT.compareAndSet(true, false) ? FtpletResult.DISCONNECT : FtpletResult.DEFAULT;
        }

        @Override
        public FtpletResult onUploadEnd(FtpSession session, FtpRequest request) throws IOException {
            if (CUT.compareAndSet(true, false)) {
                Path file = root.resolve(request.getArgument().replaceFirst("^/", ""));
                Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 1000));
                return FtpletResult.DISCONNECT;
            }
            return FtpletResult.DEFAULT;
        }
    }

    @Override
    Path root() {
        return root;
    }

    @Override
    RemoteDoor door() {
        return door;
    }

    @Override
    Map<String, String> connection() {
        return Map.of("host", "127.0.0.1", "port", Integer.toString(explicit), "user", "hub", "directory", "/" + name,
                "certificate", Identities.pem(Peers.HUB.certificate()));
    }

    @Override
    Map<String, String> secrets() {
        return Map.of("password", "secret word");
    }

    @Override
    void cutNextTransfer() {
        CUT.set(true);
    }

    @Test
    void speaksTlsFromTheStartWhereTheChannelSaysSo() throws Exception {
        var parameters = new HashMap<>(with("port", Integer.toString(implicit)));
        parameters.put("tls", "IMPLICIT");
        transmitter.send(outbound(parameters).id(), transmission("a.edi", Peers.ORDERS));
        assertThat(files("")).containsExactly("a.edi");
    }

    @Test
    void saysNothingSecretToAServerWithAnotherCertificate() throws Exception {
        assertThat(failed(outbound(with("certificate", Identities.pem(Peers.BUYER.certificate()))))).isEqualTo(Step.CERTIFICATE);
        assertThat(failed(outbound(with("certificate", "")))).isEqualTo(Step.CERTIFICATE);
        assertThat(files("")).isEmpty();
    }
}
