package io.tradelane.trading.ledger;

import static io.tradelane.trading.ledger.Account.AccountClass.*;

/** The chart of accounts every organisation's books start with: codes of 企业会计准则 (China's accounting standards). */
public enum Account {
    CASH("1001", "库存现金", "Cash on hand", ASSET, Control.NONE, true),
    BANK("1002", "银行存款", "Cash at bank", ASSET, Control.NONE, true),
    OTHER_MONETARY_FUNDS("1012", "其他货币资金", "Other monetary funds", ASSET, Control.NONE, true),
    NOTES_RECEIVABLE("1121", "应收票据", "Notes receivable", ASSET, Control.NONE, false),
    RECEIVABLES("1122", "应收账款", "Accounts receivable", ASSET, Control.RECEIVABLE, false),
    UNBILLED_RECEIVABLES("1122.02", "应收账款-未开票", "Receivables not yet invoiced", ASSET, Control.NONE, false),
    PREPAYMENTS("1123", "预付账款", "Prepayments", ASSET, Control.NONE, false),
    OTHER_RECEIVABLES("1221", "其他应收款", "Other receivables", ASSET, Control.NONE, false),
    GOODS_IN_TRANSIT("1402", "在途物资", "Goods in transit", ASSET, Control.NONE, false),
    INVENTORY("1405", "库存商品", "Inventory", ASSET, Control.INVENTORY, false),
    GOODS_DESPATCHED("1406", "发出商品", "Goods despatched", ASSET, Control.INVENTORY, false),
    FIXED_ASSETS("1601", "固定资产", "Fixed assets", ASSET, Control.NONE, false),
    ACCUMULATED_DEPRECIATION("1602", "累计折旧", "Accumulated depreciation", CONTRA, Control.NONE, false),
    SHORT_TERM_LOANS("2001", "短期借款", "Short-term loans", LIABILITY, Control.NONE, false),
    NOTES_PAYABLE("2201", "应付票据", "Notes payable", LIABILITY, Control.NONE, false),
    PAYABLES("2202.01", "应付账款", "Accounts payable", LIABILITY, Control.PAYABLE, false),
    GOODS_RECEIVED_NOT_INVOICED("2202.02", "暂估应付账款", "Goods received not invoiced", LIABILITY, Control.NONE, false),
    ADVANCES_RECEIVED("2203", "预收账款", "Advances received", LIABILITY, Control.NONE, false),
    SALARIES_PAYABLE("2211", "应付职工薪酬", "Salaries payable", LIABILITY, Control.NONE, false),
    INPUT_TAX("2221.01", "应交税费-进项税额", "Input tax", LIABILITY, Control.NONE, false),
    OUTPUT_TAX("2221.02", "应交税费-销项税额", "Output tax", LIABILITY, Control.NONE, false),
    OTHER_PAYABLES("2241", "其他应付款", "Other payables", LIABILITY, Control.NONE, false),
    PAID_IN_CAPITAL("4001", "实收资本", "Paid-in capital", EQUITY, Control.NONE, false),
    SURPLUS_RESERVE("4101", "盈余公积", "Surplus reserve", EQUITY, Control.NONE, false),
    PROFIT_OF_THE_YEAR("4103", "本年利润", "Profit of the year", EQUITY, Control.NONE, false),
    PROFIT_DISTRIBUTION("4104", "利润分配", "Profit distribution", EQUITY, Control.NONE, false),
    REVENUE("6001", "主营业务收入", "Revenue", AccountClass.REVENUE, Control.NONE, false),
    OTHER_REVENUE("6051", "其他业务收入", "Other revenue", AccountClass.REVENUE, Control.NONE, false),
    NON_OPERATING_INCOME("6301", "营业外收入", "Non-operating income", AccountClass.REVENUE, Control.NONE, false),
    COST_OF_SALES("6401", "主营业务成本", "Cost of sales", EXPENSE, Control.NONE, false),
    PRICE_VARIANCE("6401.09", "采购价格差异", "Purchase price variance", EXPENSE, Control.NONE, false),
    TAXES_AND_SURCHARGES("6403", "税金及附加", "Taxes and surcharges", EXPENSE, Control.NONE, false),
    SELLING_EXPENSES("6601", "销售费用", "Selling expenses", EXPENSE, Control.NONE, false),
    ADMINISTRATIVE_EXPENSES("6602", "管理费用", "Administrative expenses", EXPENSE, Control.NONE, false),
    FINANCIAL_EXPENSES("6603", "财务费用", "Financial expenses", EXPENSE, Control.NONE, false),
    NON_OPERATING_EXPENSES("6711", "营业外支出", "Non-operating expenses", EXPENSE, Control.NONE, false),
    INCOME_TAX("6801", "所得税费用", "Income tax", EXPENSE, Control.NONE, false);

    public enum AccountClass {
        ASSET,
        CONTRA,
        LIABILITY,
        EQUITY,
        REVENUE,
        EXPENSE;

        /** Whether a debit makes the balance larger. */
        public boolean debitSide() {
            return this == ASSET || this == EXPENSE;
        }
    }

    /** Which sub-ledger has to agree with the account. */
    public enum Control {
        NONE,
        RECEIVABLE,
        PAYABLE,
        INVENTORY
    }

    private final String code;
    private final String nameZh;
    private final String nameEn;
    private final AccountClass accountClass;
    private final Control control;
    private final boolean cash;

    Account(String code, String nameZh, String nameEn, AccountClass accountClass, Control control, boolean cash) {
        this.code = code;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.accountClass = accountClass;
        this.control = control;
        this.cash = cash;
    }

    public String code() {
        return code;
    }

    public String nameZh() {
        return nameZh;
    }

    public String nameEn() {
        return nameEn;
    }

    public AccountClass accountClass() {
        return accountClass;
    }

    public Control control() {
        return control;
    }

    public boolean cash() {
        return cash;
    }
}
