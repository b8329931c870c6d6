package io.tradelane.trading.contract;

import io.tradelane.trading.sourcing.Side;
import java.util.UUID;

/**
 * Between whom a contract is drafted.
 *
 * @param side of the company that drafts it
 * @param counterparty the other company
 */
public record NewContract(ContractType type, Side side, UUID counterparty) {}
