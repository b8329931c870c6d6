package io.tradelane.adapters;

import io.tradelane.adapters.as2.message.Identity;
import io.tradelane.adapters.as2.message.Peers;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Originals;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.ServerIdentities;
import io.tradelane.trading.exchange.traffic.PartnerLimits;
import io.tradelane.trading.exchange.traffic.Traffic;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.Certificates;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelPositions;
import io.tradelane.trading.partner.ChannelTests;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.shared.Ids;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.artemis.autoconfigure.ArtemisConfigurationCustomizer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;

/** All doors on a free port, with the exchange and the tables in memory. */
@SpringBootTest(classes = DoorsTest.Doors.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class DoorsTest {
    public static final String KEY = "tl_bank_secret";
    protected static final Path FOLDERS = temporary();

    @LocalServerPort
    protected int port;

    @Autowired
    protected MemoryIntake intake;

    @Autowired
    protected ChannelRows channels;

    @Autowired
    protected ChannelRoutes routes;

    @Autowired
    protected Transmitter transmitter;

    @Autowired
    protected RecordedReports reports;

    @BeforeEach
    void startEmpty() {
        channels.deleteAll();
        routes.refresh();
        intake.stored.clear();
        intake.refused.clear();
        intake.failure.set(null);
    }

    @AfterEach
    void closeChannels() {
        channels.deleteAll();
        routes.refresh();
    }

    protected String url(String path) {
        return "http://localhost:" + port + path;
    }

    protected Channel open(String door, io.tradelane.trading.partner.Direction direction, java.util.Map<String, String> parameters) {
        return open(door, direction, parameters, java.util.Map.of());
    }

    protected Channel open(String door, io.tradelane.trading.partner.Direction direction, java.util.Map<String, String> parameters,
            java.util.Map<String, String> secrets) {
        Channel channel = channels.add(door, direction, parameters, secrets);
        routes.refresh();
        return channel;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")).toAbsolutePath(), "folders");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keys by AS2 name: BUYER and HUB are who they say, everybody else is a stranger. */
    static final class NamedKeys implements ChannelKeys {
        @Override
        public Identity signing(Channel channel) {
            return named(own(channel));
        }

        @Override
        public List<Identity> decrypting(Channel channel) {
            return List.of(signing(channel));
        }

        @Override
        public List<X509Certificate> partnerSigning(Channel channel) {
            return List.of(partnerEncrypting(channel));
        }

        @Override
        public X509Certificate partnerEncrypting(Channel channel) {
            return named(channel.parameters().getOrDefault("partnerName", own(channel).startsWith("HUB") ? "BUYER" : "HUB")).certificate();
        }

        private static String own(Channel channel) {
            return channel.parameters().getOrDefault("hubName", channel.parameters().getOrDefault(HUB_KEY, "HUB"));
        }

        private static Identity named(String name) {
            return name.startsWith("HUB") ? Peers.HUB : name.startsWith("BUYER") ? Peers.BUYER : Peers.STRANGER;
        }
    }

    @EnableAutoConfiguration
    @Import(AdaptersConfiguration.class)
    static class Doors {
        @Bean
        @Primary
        MemoryIntake memoryIntake() {
            return new MemoryIntake();
        }

        /** What the server's embedded broker is set to. */
        @Bean
        ArtemisConfigurationCustomizer partnersQueues() {
            return broker -> broker.addAddressSetting("tradelane.partner.#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(200));
        }

        @Bean
        ChannelRows channelRows() {
            return new ChannelRows();
        }

        @Bean
        RecordedReports recordedReports() {
            return new RecordedReports();
        }

        @Bean
        @Primary
        ChannelKeys namedKeys() {
            return new NamedKeys();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        @Primary
        io.tradelane.adapters.folder.FolderRoot folders() {
            return new io.tradelane.adapters.folder.FolderRoot(FOLDERS);
        }

        @Bean
        Channels channels(ChannelRows rows) {
            Channels channels = Mockito.mock(Channels.class);
            Mockito.when(channels.changedSince(Mockito.anyLong())).thenAnswer(call -> rows.changedSince(call.getArgument(0)));
            return channels;
        }

        @Bean
        ChannelPositions channelPositions() {
            var kept = new java.util.concurrent.ConcurrentHashMap<UUID, String>();
            ChannelPositions positions = Mockito.mock(ChannelPositions.class);
            Mockito.when(positions.hold(Mockito.any(), Mockito.any(), Mockito.any()))
                    .thenAnswer(call -> Optional.of(new ChannelPositions.Held(kept.get(call.<Channel>getArgument(0).id()))));
            Mockito.doAnswer(call -> {
                String position = call.getArgument(1);
                return position == null ? kept.remove(call.<Channel>getArgument(0).id()) : kept.put(call.<Channel>getArgument(0).id(), position);
            }).when(positions).keep(Mockito.any(), Mockito.any());
            return positions;
        }

        @Bean
        ChannelTests channelTests() {
            ChannelTests tests = Mockito.mock(ChannelTests.class);
            Mockito.when(tests.take(Mockito.any())).thenReturn(Optional.empty());
            return tests;
        }

        @Bean
        ApiClients apiClients() {
            ApiClients clients = Mockito.mock(ApiClients.class);
            Mockito.when(clients.authenticate(Mockito.anyString())).thenReturn(Optional.empty());
            Optional<ApiClient> bank = Optional.of(new ApiClient(Ids.next(), ChannelRows.ORGANISATION, "bank system", Set.of("write"), true));
            Mockito.when(clients.authenticate(KEY)).thenReturn(bank);
            Mockito.when(clients.authenticate(Mockito.anyString(), Mockito.any())).thenReturn(Optional.empty());
            Mockito.when(clients.authenticate(Mockito.eq(KEY), Mockito.any())).thenReturn(bank);
            return clients;
        }

        /** What the server's security filter does for the API. */
        @Bean
        Filter apiKeys(ApiClients clients) {
            return (request, response, chain) -> {
                String header = Optional.ofNullable(((HttpServletRequest) request).getHeader("Authorization")).orElse("");
                clients.authenticate(header.replaceFirst("^Bearer ", "")).ifPresent(client -> SecurityContextHolder.getContext()
                        .setAuthentication(new TestingAuthenticationToken(client, null)));
                try {
                    chain.doFilter(request, response);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            };
        }

        @Bean
        Inbox inbox() {
            return Mockito.mock(Inbox.class);
        }

        @Bean
        PlatformTransactionManager transactionManager() {
            return Mockito.mock(PlatformTransactionManager.class);
        }

        @Bean
        IncidentDesk incidents() {
            return Mockito.mock(IncidentDesk.class);
        }

        @Bean
        Interchanges interchanges() {
            return Mockito.mock(Interchanges.class);
        }

        @Bean
        Traffic traffic() {
            return Mockito.mock(Traffic.class);
        }

        @Bean
        PartnerLimits partnerLimits() {
            return Mockito.mock(PartnerLimits.class);
        }

        @Bean
        Payloads payloads() {
            return Mockito.mock(Payloads.class);
        }

        @Bean
        Originals originals() {
            return Mockito.mock(Originals.class);
        }

        @Bean
        ServerIdentities serverIdentities() {
            return Mockito.mock(ServerIdentities.class);
        }

        @Bean
        Certificates certificates() {
            return Mockito.mock(Certificates.class);
        }

        @Bean
        CertificateBoard certificateBoard() {
            return Mockito.mock(CertificateBoard.class);
        }

        @Bean
        Organisations organisations() {
            return Mockito.mock(Organisations.class);
        }
    }
}
