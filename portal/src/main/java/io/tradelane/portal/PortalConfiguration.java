package io.tradelane.portal;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The portal as Spring beans: pages, API, sign-in. Needs the trading engine and, for its settings' meaning, {@code portal.properties}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.tradelane.portal")
@PropertySource("classpath:io/tradelane/portal/portal.properties")
public class PortalConfiguration {}
