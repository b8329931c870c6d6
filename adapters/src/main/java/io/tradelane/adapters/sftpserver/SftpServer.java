package io.tradelane.adapters.sftpserver;

import io.tradelane.adapters.GuessThrottle;
import io.tradelane.trading.shared.SourceNetwork;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Listens, signs partners in and shows each its own folder by SFTP; there is no shell, no command and no forwarding. */
final class SftpServer {
    private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
    private static final int HANDLES = 16;

    private final SftpServerSettings settings;
    private final Accounts accounts;
    private final Uploads uploads;
    private final Downloads downloads;
    private final GuessThrottle throttle = new GuessThrottle();
    private @Nullable SshServer server;

    SftpServer(SftpServerSettings settings, Accounts accounts, Uploads uploads, Downloads downloads) {
        this.settings = settings;
        this.accounts = accounts;
        this.uploads = uploads;
        this.downloads = downloads;
    }

    /** After the channels are open: a partner that signs in finds its channel. */
    @EventListener(ApplicationStartedEvent.class)
    @Order
    void start() throws IOException {
        if (settings.port() == 0) {
            return;
        }
        SshServer ssh = SshServer.setUpDefaultServer();
        ssh.setHost(settings.address());
        ssh.setPort(settings.port());
        ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKeys()));
        ssh.setPasswordAuthenticator((user, password, session) -> signIn(user, session, accounts.password(user, password)));
        ssh.setPublickeyAuthenticator((user, key, session) -> signIn(user, session, accounts.publicKey(user, key)));
        ssh.setShellFactory(null);
        ssh.setCommandFactory(null);
        ssh.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        ssh.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) throws IOException {
                Jail jail = settings.jail(session.getUsername());
                jail.make();
                return jail.home();
            }
        });
        ssh.setSubsystemFactories(List.of(sftp()));
        ssh.addSessionListener(new SignedIn());
        ssh.addSessionListener(new Crowd());
        CoreModuleProperties.SERVER_IDENTIFICATION.set(ssh, "Tradelane");
        CoreModuleProperties.AUTH_TIMEOUT.set(ssh, Duration.ofSeconds(30));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(ssh, 8);
        CoreModuleProperties.IDLE_TIMEOUT.set(ssh, Duration.ofMinutes(5));
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(ssh, settings.sessionsPerUser());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(ssh, 4);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(ssh, HANDLES);
        ssh.start();
        server = ssh;
        LOG.info("SFTP server listens on {}:{}", settings.address(), settings.port());
    }

    private SftpSubsystemFactory sftp() {
        var sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(new JailAccess(settings, uploads));
        sftp.addSftpEventListener(uploads);
        sftp.addSftpEventListener(downloads);
        return sftp;
    }

    private boolean signIn(String user, ServerSession session, boolean right) {
        String address = address(session);
        if (throttle.keepsOut(address)) {
            return false;
        }
        if (!right) {
            throttle.failed(address, user);
            LOG.warn("Sign-in by SFTP as {} from {} refused", user, address);
        }
        return right;
    }

    private static String address(Session session) {
        return session.getIoSession().getRemoteAddress() instanceof InetSocketAddress known ? known.getAddress().getHostAddress() : "?";
    }

    /** To show a public key that is known is no success yet; to have signed with it is. */
    private final class SignedIn implements SessionListener {
        @Override
        public void sessionEvent(Session session, Event event) {
            if (event == Event.Authenticated) {
                throttle.succeeded(address(session), session.getUsername());
            }
        }
    }

    /** One RSA key for older clients and one on P-256; made once and kept. */
    private List<KeyPair> hostKeys() throws IOException {
        Path folder = Files.createDirectories(settings.root().resolve("keys"));
        var keys = new ArrayList<KeyPair>();
        for (var key : List.of(new Object[] {"EC", 256}, new Object[] {"RSA", 3072})) {
            var provider = new SimpleGeneratorHostKeyProvider(folder.resolve("host-key-" + key[0]));
            provider.setAlgorithm((String) key[0]);
            provider.setKeySize((Integer) key[1]);
            provider.setOverwriteAllowed(false);
            keys.addAll(provider.loadKeys(null));
        }
        return keys;
    }

    /** Whoever is one too many is hung up on before anything is said. */
    private final class Crowd implements SessionListener {
        private final Set<Session> open = ConcurrentHashMap.newKeySet();

        @Override
        public void sessionEstablished(Session session) {
            String network = SourceNetwork.of(address(session));
            boolean many = open.size() >= settings.connections();
            if (many || open.stream().filter(one -> SourceNetwork.of(address(one)).equals(network)).count() >= settings.connectionsPerAddress()) {
                LOG.warn("A connection from {} is refused: {} has as many as it may", network, many ? "the server" : "it");
                session.getIoSession().close(true);
            } else {
                open.add(session);
            }
        }

        @Override
        public void sessionClosed(Session session) {
            open.remove(session);
        }
    }

    @PreDestroy
    void stop() throws IOException {
        SshServer ssh = server;
        server = null;
        if (ssh != null) {
            ssh.stop(true);
        }
    }
}
