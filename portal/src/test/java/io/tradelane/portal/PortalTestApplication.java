package io.tradelane.portal;

import io.tradelane.trading.TradingConfiguration;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.DoorCatalogue;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.WrittenFormats;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The portal on the engine, without the hub. Started as a program it fills the tables, so that somebody can look at the
 * pages: {@code http://localhost:8099}, everybody's password is {@link SampleTrade#PASSWORD}, letters are in the log.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import({TradingConfiguration.class, PortalConfiguration.class, SampleTrade.class, SampleExchange.class})
public class PortalTestApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(PortalTestApplication.class);
        application.setDefaultProperties(settings());
        var context = application.run(arguments);
        SampleTrade trade = context.getBean(SampleTrade.class);
        trade.load();
        LoggerFactory.getLogger(PortalTestApplication.class).info("the sample trade is there; buyer's API key: {}", trade.apiKey);
        Letters.tell(context.getBean(Notices.class), letter -> LoggerFactory.getLogger(PortalTestApplication.class).info("a letter: {}", letter));
    }

    static Map<String, Object> settings() {
        return Map.of(
                "server.port", "8099",
                "tradelane.database.require-durability", "false",
                "TRADELANE_MASTER_KEY", SecretBox.newKey("1"));
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.application();
    }

    @Bean
    Announcer announcer() {
        return interchanges -> {};
    }

    @Bean
    WrittenFormats writtenFormats() {
        return type -> Set.of("D96A", "D01B", "JSON");
    }

    @Bean
    DoorCatalogue doorCatalogue() {
        return new SampleDoors();
    }
}
