package io.tradelane.server;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Doors and flows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.HUB)
@ComponentScan({"io.tradelane.adapters", "io.tradelane.routes"})
class HubRole {}
