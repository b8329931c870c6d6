package io.tradelane.mappings.table;

/** What a column can be. */
public enum TableField {
    /** Of the order, price list or report; rows with the same one are one document. */
    DOCUMENT_NUMBER("Document number"),
    ORDER_NUMBER("Order number"),
    ISSUE_DATE("Issue date"),
    VALID_FROM("Valid from"),
    VALID_TO("Valid to"),
    REQUESTED_DELIVERY("Delivery date"),
    AS_OF("As of"),
    CURRENCY("Currency"),
    SUPPLIER("Supplier"),
    BUYER("Buyer"),
    SHIP_TO("Ship to"),
    LINE_NUMBER("Line"),
    GTIN("GTIN"),
    /** The supplier's, unless it is said whose. */
    SUPPLIER_ARTICLE("Article number"),
    BUYER_ARTICLE("Buyer article number"),
    NAME("Name"),
    DESCRIPTION("Description"),
    MANUFACTURER("Manufacturer"),
    MANUFACTURER_ARTICLE("Manufacturer article number"),
    CATEGORY("Category"),
    QUANTITY("Quantity"),
    UNIT("Unit"),
    PRICE("Price"),
    /** How many units the price is for. */
    PRICE_BASIS("Price basis"),
    AMOUNT("Amount"),
    TIER_FROM("From quantity"),
    MINIMUM_ORDER("Minimum order quantity"),
    PACK_SIZE("Pack size"),
    LEAD_TIME("Lead time days"),
    ORIGIN("Country of origin"),
    TAX_RATE("Tax rate"),
    IMAGE("Image"),
    ACTION("Action"),
    NOTE("Note"),
    LOCATION("Location"),
    ON_HAND("Stock on hand"),
    AVAILABLE("Available stock"),
    RESERVED("Reserved stock"),
    IN_TRANSIT("Stock in transit"),
    ON_ORDER("Stock on order"),
    BLOCKED("Blocked stock"),
    MINIMUM_STOCK("Minimum stock"),
    MAXIMUM_STOCK("Maximum stock");

    private final String header;

    TableField(String header) {
        this.header = header;
    }

    /** As it is written; it is read again. */
    public String header() {
        return header;
    }
}
