package io.tradelane.trading.ledger;

/** What a movement of cash is in the cash-flow statement. */
public enum CashFlow {
    /** 销售商品、提供劳务收到的现金 */
    SALES_RECEIVED,
    /** 购买商品、接受劳务支付的现金 */
    PURCHASES_PAID,
    OTHER_OPERATING
}
