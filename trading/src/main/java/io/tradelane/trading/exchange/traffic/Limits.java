package io.tradelane.trading.exchange.traffic;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one partner may send and gets, unless it is set otherwise for it.
 *
 * @param interchangeBytes size of an interchange, in bytes; a channel may set less
 * @param interchangeMessages messages in one interchange
 * @param depth how deeply elements of XML may be nested
 * @param inPerMinute documents from one partner in a minute; a minute's worth may come at once
 * @param outPerMinute documents to one partner in a minute
 * @param inAtOnce interchanges that one partner may send at the same time
 * @param outAtOnce lines to one partner, each from one sender over one channel, that send at the same time
 */
@ConfigurationProperties("tradelane.limits")
public record Limits(
        @DefaultValue("209715200") long interchangeBytes,
        @DefaultValue("10000") int interchangeMessages,
        @DefaultValue("100") int depth,
        @DefaultValue("60000") int inPerMinute,
        @DefaultValue("60000") int outPerMinute,
        @DefaultValue("64") int inAtOnce,
        @DefaultValue("4") int outAtOnce) {

    /** As the partner's, where it has its own. */
    Limits with(PartnerLimit own) {
        return new Limits(
                own.interchangeBytes() == null ? interchangeBytes : own.interchangeBytes(),
                own.interchangeMessages() == null ? interchangeMessages : own.interchangeMessages(),
                own.depth() == null ? depth : own.depth(),
                own.inPerMinute() == null ? inPerMinute : own.inPerMinute(),
                own.outPerMinute() == null ? outPerMinute : own.outPerMinute(),
                own.inAtOnce() == null ? inAtOnce : own.inAtOnce(),
                own.outAtOnce() == null ? outAtOnce : own.outAtOnce());
    }
}
