package io.tradelane.server;

import io.tradelane.trading.TradingConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** What every role has: the engine and the executable's own parts. The rest comes with {@link HubRole}, {@link PortalRole},
 * {@link DemoRole}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.tradelane")
@ComponentScan(
        value = "io.tradelane.server",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.tradelane\\.server\\.demo\\..*"))
@Import(TradingConfiguration.class)
public class TradelaneApplication {}
