package io.tradelane.server.broker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Apache Artemis. Without a URL, one is started under HOME.
 *
 * @param url connection URL of an external broker, for example tcp://mq:61616, or
 *     (tcp://mq1:61616,tcp://mq2:61616)?ha=true&reconnectAttempts=-1 for a live and a backup; an embedded one is
 *     started when not set
 * @param user sign-in on the external broker
 * @param password password on the external broker
 * @param address network address on which the embedded broker listens (protocols CORE and AMQP 1.0)
 * @param port port on which the embedded broker listens; 0 takes 61616 if it is free, else another, and keeps it
 * @param partnerPort port on which the embedded broker listens for partners, by TLS only (protocols CORE and AMQP 1.0); 0: it does not
 * @param partnerAddress network address of that port
 * @param partnerKeyStore key and certificate for it: a PEM file with both (.pem), or PKCS #12
 * @param partnerKeyStorePassword password of a PKCS #12 file
 * @param maxDiskUsage percent of the disk with HOME that may be in use; with more the embedded broker blocks whoever sends until there is room
 * @param maxMemory size of the messages of one queue that the embedded broker holds in memory before it pages them to disk
 */
@ConfigurationProperties("tradelane.broker")
record BrokerSettings(
        @Nullable String url,
        @DefaultValue("tradelane") String user,
        @Nullable String password,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("0") int port,
        @DefaultValue("0") int partnerPort,
        @DefaultValue("0.0.0.0") String partnerAddress,
        @Nullable Path partnerKeyStore,
        @Nullable String partnerKeyStorePassword,
        @DefaultValue("90") int maxDiskUsage,
        @DefaultValue("64MB") DataSize maxMemory) {}
