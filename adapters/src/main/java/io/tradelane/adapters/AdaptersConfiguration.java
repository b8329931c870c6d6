package io.tradelane.adapters;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** All doors; imported by a process that plays the role of the hub. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = AdaptersConfiguration.class)
public class AdaptersConfiguration {}
