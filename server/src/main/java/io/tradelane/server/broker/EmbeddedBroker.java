package io.tradelane.server.broker;

import io.tradelane.adapters.jms.PartnerQueues;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * Artemis under {@code HOME/artemis}. What it holds may be lost without harm (the sweep announces again), but it
 * is durable all the same, because it is also a door.
 */
final class EmbeddedBroker implements AutoCloseable {

    static final String USER = "tradelane";
    private static final int FLUSH_AFTER_NANOSECONDS = 100_000;
    private static final int DELIVERIES_BEFORE_DEAD_LETTER = 5;

    static {
        // On Java 25, Netty frees buffers in a way that refuses the ones of Artemis' journal: a broker with a journal
        // from an earlier run would not start. With this Netty keeps to the way it has on older releases.
        System.getProperties().putIfAbsent("io.netty.noUnsafe", "false");
    }

    /**
     * @param maxMemory bytes of one queue before it is paged
     * @param maxDiskUsage percent of the disk; with more in use whoever sends is blocked
     */
    record Space(long maxMemory, int maxDiskUsage) {}

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final int inVmId;

    EmbeddedBroker(Path folder, String password, String address, int port, int inVmId, Space space, @Nullable PartnerAcceptor door, Supplier<PartnerQueues> partners) {
        this.inVmId = inVmId;
        try {
            broker.setSecurityManager(new BrokerSecurity(password, partners));
            Configuration configuration = configuration(folder, address, port, space, door);
            configuration.registerBrokerPlugin(new TextLimit(partners));
            broker.setConfiguration(configuration);
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot start the broker in " + folder, e);
        }
    }

    /** Inside the process no socket is needed. */
    String url() {
        return "vm://" + inVmId;
    }

    /** Whether whoever sends is blocked, because too little of the disk is free. */
    boolean isDiskFull() {
        var paging = broker.getActiveMQServer().getPagingManager();
        return paging != null && paging.isDiskFull();
    }

    private Configuration configuration(Path folder, String address, int port, Space space, @Nullable PartnerAcceptor door) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("tradelane")
                .setPersistenceEnabled(true)
                .setSecurityEnabled(true)
                // Artemis asks nobody about the account of a cluster: without these it has a name and a password that everybody knows.
                .setClusterUser("cluster-" + UUID.randomUUID())
                .setClusterPassword(new BigInteger(256, new SecureRandom()).toString(Character.MAX_RADIX))
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                // The default waits 3.3 ms for company before each flush, which is what a lone sender then waits.
                .setJournalBufferTimeout_NIO(FLUSH_AFTER_NANOSECONDS)
                .setMaxDiskUsage(space.maxDiskUsage())
                .setJMXManagementEnabled(false)
                .setGracefulShutdownEnabled(false);
        configuration.addAcceptorConfiguration(
                new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", inVmId), "in-vm"));
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), acceptor(address, port), "tcp"));
        if (door != null) {
            configuration.addAcceptorConfiguration(new TransportConfiguration(NettyAcceptorFactory.class.getName(), door.parameters(), "partners"));
        }
        configuration.addAddressConfiguration(queue("DLQ"));
        configuration.addAddressConfiguration(queue("ExpiryQueue"));
        configuration.addAddressSetting("#", settings(space.maxMemory()));
        // What a partner sent is not given up: it waits until it can be stored.
        configuration.addAddressSetting(PartnerQueues.PREFIX + "#", settings(space.maxMemory()).setMaxDeliveryAttempts(-1));
        return configuration;
    }

    static Map<String, Object> acceptor(String address, int port) {
        return Map.of("host", address, "port", port, "protocols", "CORE,AMQP", "useEpoll", false, "useKQueue", false);
    }

    private static AddressSettings settings(long maxMemory) {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of("DLQ"))
                .setExpiryAddress(SimpleString.of("ExpiryQueue"))
                .setMaxDeliveryAttempts(DELIVERIES_BEFORE_DEAD_LETTER)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000)
                .setMaxSizeBytes(maxMemory)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                // A queue that goes when it is empty could be made again by somebody else, or a document be sent to nobody.
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(
                        QueueConfiguration.of(name).setAddress(name).setRoutingType(RoutingType.ANYCAST));
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
