package io.tradelane.trading.partner;

import java.util.UUID;

/** An agreement as it holds now, and by which of its versions. */
public record AgreedVersion(UUID version, int number, Agreement agreement, AgreementTerms.Sending terms) {}
