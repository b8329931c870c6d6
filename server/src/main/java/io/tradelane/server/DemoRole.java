package io.tradelane.server;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The demo's companies and journey, only where somebody asked for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tradelane.demo.enabled")
@ComponentScan("io.tradelane.server.demo")
class DemoRole {}
