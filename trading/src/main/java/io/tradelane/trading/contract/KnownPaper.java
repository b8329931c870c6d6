package io.tradelane.trading.contract;

/** A file that was made here. @param step how many of the version's signatures it has */
public record KnownPaper(ContractView contract, ContractView.Version version, int step) {}
