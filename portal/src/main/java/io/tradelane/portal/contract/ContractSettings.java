package io.tradelane.portal.contract;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Contracts and their signatures.
 *
 * @param timeStampUrl address of the time-stamp authority (RFC 3161) by which signatures are dated; empty: they carry the hub's time alone
 */
@ConfigurationProperties("tradelane.contract")
public record ContractSettings(@DefaultValue("") String timeStampUrl) {}
