package io.tradelane.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo; set by {@code tradelane demo}.
 *
 * @param enabled whether to create the demo companies and play the demo journey after the start
 * @param once whether to end when the journey is over, with status 0 only if every step happened
 */
@ConfigurationProperties("tradelane.demo")
public record DemoSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean once) {}
