package io.tradelane.server.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as trouble.
 *
 * @param backlogAge how long an interchange may wait to be processed, or an outgoing one to be rendered, before
 *     /actuator/health says DOWN
 */
@ConfigurationProperties("tradelane.operations")
record OperationsSettings(@DefaultValue("5m") Duration backlogAge) {}
