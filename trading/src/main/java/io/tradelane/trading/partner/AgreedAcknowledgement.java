package io.tradelane.trading.partner;

/** In what acknowledgements of one kind go from one organisation to another, and when. @param version such as {@code 005010X231A1} */
public record AgreedAcknowledgement(String format, String version, AcknowledgementPolicy policy) {}
