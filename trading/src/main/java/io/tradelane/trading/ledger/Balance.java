package io.tradelane.trading.ledger;

import java.math.BigDecimal;

/** @param balance debits less credits; negative on an account that stands on the credit side */
public record Balance(Account account, String currency, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}
