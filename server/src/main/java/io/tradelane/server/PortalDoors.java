package io.tradelane.server;

import io.tradelane.adapters.DoorDeclaration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Of the doors what they declare, and not the doors: connections are also made in a process that has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.PORTAL)
@ComponentScan(
        basePackages = "io.tradelane.adapters",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = DoorDeclaration.class))
@Import(DeclaredDoors.class)
class PortalDoors {}
