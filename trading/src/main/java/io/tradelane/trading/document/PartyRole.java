package io.tradelane.trading.document;

/** What a party is in a document; the code is UN/EDIFACT data element 3035 (party function code qualifier). */
public enum PartyRole {
    BUYER("BY"),
    SUPPLIER("SU"),
    SHIP_TO("DP"),
    SHIP_FROM("SF"),
    INVOICEE("IV"),
    PAYER("PR"),
    PAYEE("PE"),
    CARRIER("CA"),
    CONSIGNEE("CN"),
    FREIGHT_FORWARDER("FW"),
    WAREHOUSE("WH"),
    MANUFACTURER("MF"),
    ORDERED_BY("OB"),
    INVOICER("II"),
    TAX_REPRESENTATIVE("LC"),
    CONSIGNOR("CZ"),
    MESSAGE_SENDER("MS"),
    MESSAGE_RECIPIENT("MR");

    private final String code;

    PartyRole(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
