package io.tradelane.server;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Pages and the JSON API. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.PORTAL)
@ComponentScan("io.tradelane.portal")
class PortalRole {}
