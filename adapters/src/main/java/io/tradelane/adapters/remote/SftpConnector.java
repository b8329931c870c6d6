package io.tradelane.adapters.remote;

import io.tradelane.adapters.ConnectionSteps;
import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.adapters.OutboundTargets;
import io.tradelane.adapters.ServerSightings;
import io.tradelane.adapters.Settings;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.stereotype.Component;

/** Connects by SSH: the host key is compared before anything secret is said. Nothing of this machine's own SSH set-up is used. */
@Component
class SftpConnector implements RemoteConnector {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final AttributeKey<HostKeys> HOST_KEYS = new AttributeKey<>();

    private final OutboundTargets targets;
    private final SshClient client = SshClient.setUpDefaultClient();

    SftpConnector(OutboundTargets targets) {
        this.targets = targets;
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier((session, address, key) -> session.getConnectionContext().getAttribute(HOST_KEYS)
                .verifyServerKey(session, address, key));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, SILENCE);
        CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, SILENCE);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, CONNECT);
        client.start();
    }

    @PreDestroy
    void stop() {
        client.stop();
    }

    @Override
    public void check(Settings settings) throws IOException {
        new HostKeys(settings.text(SftpParameters.HOST_KEYS));
    }

    @Override
    public RemoteFiles connect(Settings settings, ServerSightings.Of server, ConnectionSteps steps) throws IOException {
        InetSocketAddress address = Addresses.resolve(targets, settings, steps);
        var hostKeys = new HostKeys(settings.text(SftpParameters.HOST_KEYS));
        ClientSession session = open(settings, address, hostKeys, steps);
        try {
            signIn(settings, session, hostKeys, server, steps);
            return new SftpFiles(session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException failed) {
            session.close(true);
            throw failed;
        }
    }

    private ClientSession open(Settings settings, InetSocketAddress address, HostKeys hostKeys, ConnectionSteps steps) throws IOException {
        try {
            ClientSession session = client.connect(settings.text(RemoteParameters.USER), address,
                    AttributeRepository.ofKeyValuePair(HOST_KEYS, hostKeys), null).verify(CONNECT).getSession();
            steps.reached(Step.CONNECTED, address.getAddress().getHostAddress() + ":" + address.getPort());
            return session;
        } catch (IOException failed) {
            steps.failed(Step.CONNECTED, failed.getMessage());
            throw failed;
        }
    }

    private static void signIn(Settings settings, ClientSession session, HostKeys hostKeys, ServerSightings.Of server, ConnectionSteps steps) throws IOException {
        settings.find(RemoteParameters.PASSWORD).ifPresent(session::addPasswordIdentity);
        try {
            keys(settings, session).forEach(session::addPublicKeyIdentity);
            session.auth().verify(CONNECT);
        } catch (IOException failed) {
            String shown = hostKeys.shown();
            if (shown == null) {
                steps.failed(Step.HOST_KEY, failed.getMessage());
                throw failed;
            }
            if (!hostKeys.known()) {
                steps.failed(Step.HOST_KEY, shown);
                server.refused(hostKeys.identity());
                throw new IOException("The server shows another host key than is known: " + shown, failed);
            }
            steps.reached(Step.HOST_KEY, shown);
            server.accepted(hostKeys.identity());
            steps.failed(Step.AUTHENTICATED, failed.getMessage());
            throw new IOException("The server does not accept the sign-in: " + failed.getMessage(), failed);
        }
        steps.reached(Step.HOST_KEY, hostKeys.shown());
        server.accepted(hostKeys.identity());
        steps.reached(Step.AUTHENTICATED, settings.text(RemoteParameters.USER));
    }

    private static List<KeyPair> keys(Settings settings, ClientSession session) throws IOException {
        String pem = settings.find(SftpParameters.PRIVATE_KEY).orElse(null);
        if (pem == null) {
            return List.of();
        }
        try {
            FilePasswordProvider passphrase = settings.find(SftpParameters.PASSPHRASE).map(FilePasswordProvider::of).orElse(FilePasswordProvider.EMPTY);
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName("private key"),
                    new ByteArrayInputStream((pem.replace("\r", "") + "\n").getBytes(StandardCharsets.UTF_8)), passphrase);
            var all = new ArrayList<KeyPair>();
            (pairs == null ? List.<KeyPair>of() : pairs).forEach(all::add);
            if (all.isEmpty()) {
                throw new IOException("There is no private key in it");
            }
            return all;
        } catch (GeneralSecurityException | IOException | RuntimeException wrong) {
            throw new IOException("The private key of the channel cannot be read, or the passphrase is wrong", wrong);
        }
    }
}
