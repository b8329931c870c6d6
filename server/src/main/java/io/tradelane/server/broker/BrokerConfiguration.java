package io.tradelane.server.broker;

import io.tradelane.adapters.jms.PartnerQueues;
import io.tradelane.server.ConditionalOnRole;
import io.tradelane.server.Role;
import io.tradelane.server.home.GeneratedSecrets;
import io.tradelane.server.home.Home;
import io.tradelane.server.home.Ports;
import io.tradelane.trading.incident.Incidents;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.artemis.autoconfigure.ArtemisConnectionDetails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.HUB)
class BrokerConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tradelane.broker.url", matchIfMissing = true, havingValue = "never")
    static class Embedded {

        private static final int USUAL_PORT = 61616;
        private static final AtomicInteger IN_VM_IDS = new AtomicInteger();

        @Bean
        BrokerAddress brokerAddress(GeneratedSecrets secrets, Ports ports, BrokerSettings settings) {
            int port = settings.port() != 0 ? settings.port() : ports.choose("broker", USUAL_PORT);
            return new BrokerAddress(
                    "tcp://" + settings.address() + ":" + port, EmbeddedBroker.USER, secrets.get("broker"));
        }

        @Bean(destroyMethod = "close")
        EmbeddedBroker embeddedBroker(
                Home home, GeneratedSecrets secrets, BrokerAddress address, BrokerSettings settings,
                ObjectProvider<PartnerQueues> partners) {
            int port = Integer.parseInt(address.url().substring(address.url().lastIndexOf(':') + 1));
            return new EmbeddedBroker(
                    home.artemis(),
                    secrets.get("broker"),
                    settings.address(),
                    port,
                    IN_VM_IDS.getAndIncrement(),
                    new EmbeddedBroker.Space(settings.maxMemory().toBytes(), settings.maxDiskUsage()),
                    PartnerAcceptor.of(settings),
                    partners::getObject);
        }

        @Bean
        BrokerDisk brokerDiskHealthIndicator(EmbeddedBroker broker, Incidents incidents, Home home, BrokerSettings settings) {
            return new BrokerDisk(broker, incidents, home, settings);
        }

        @Bean
        ArtemisConnectionDetails brokerConnection(EmbeddedBroker broker, GeneratedSecrets secrets) {
            return new BrokerConnection(broker.url(), EmbeddedBroker.USER, secrets.get("broker"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("tradelane.broker.url")
    static class External {
        @Bean
        BrokerAddress brokerAddress(BrokerSettings settings) {
            return new BrokerAddress(String.valueOf(settings.url()), settings.user(), settings.password());
        }

        @Bean
        ArtemisConnectionDetails brokerConnection(BrokerAddress address) {
            return new BrokerConnection(address.url(), address.user(), address.password());
        }
    }
}
