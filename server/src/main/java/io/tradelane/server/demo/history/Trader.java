package io.tradelane.server.demo.history;

import java.util.UUID;

/**
 * A company that buys or sells.
 *
 * @param prefix of its numbers @param account of a seller, into which it is paid @param termDays in which a buyer pays @param tax percent, by the buyer's country
 * @param weight how much it takes part @param reliability of a seller: the share of deliveries that come when promised
 */
record Trader(UUID id, String name, String prefix, String currency, String account, int termDays, int tax, double weight, double reliability) {}
