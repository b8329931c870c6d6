package io.tradelane.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo; set by {@code tradelane demo}.
 *
 * @param enabled whether to create the demo companies and play the demo journey after the start
 * @param simulators whether to start two ERPs, a CRM, a bank and a carrier as systems of the demo companies, connect them, and play what they do
 * @param data how much: small is what the journey needs, full beside it 5,000 articles and two years of orders, loaded once
 * @param once whether to end when the journey is over, with status 0 only if every step happened
 */
@ConfigurationProperties("tradelane.demo")
public record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean simulators,
        @DefaultValue("small") Data data,
        @DefaultValue("false") boolean once) {

    public enum Data {
        SMALL,
        FULL
    }
}
