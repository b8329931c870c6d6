package io.tradelane.trading.incident;

/** Codes of what goes wrong in the exchange. Texts: {@code incidents_*.properties}. */
public final class Cause {
    /** Nobody we know sent it: assign the sender. */
    public static final String UNKNOWN_SENDER = "UNKNOWN_SENDER";
    /** The envelope names another sender than the one the door authenticated. */
    public static final String SENDER_MISMATCH = "SENDER_MISMATCH";
    /** A used control reference came with other content. */
    public static final String CONTROL_REFERENCE_REUSED = "CONTROL_REFERENCE_REUSED";
    /** An interchange came a second time, and a person decides by agreement; args: {@code reference}. */
    public static final String INTERCHANGE_REPEATED = "INTERCHANGE_REPEATED";
    /** A repeated or reused interchange was refused, by agreement; args: {@code reference}. */
    public static final String DUPLICATE_REFUSED = "DUPLICATE_REFUSED";
    /** Control numbers of a partner have not come; args: {@code subject} (the watch), {@code format}, {@code sender}, {@code missing}. */
    public static final String CONTROL_NUMBER_GAP = "CONTROL_NUMBER_GAP";
    /** A certificate ends soon, or has ended; args: {@code subject} (the certificate), {@code name}, {@code days}, {@code until}. */
    public static final String CERTIFICATE_EXPIRES = "CERTIFICATE_EXPIRES";
    /** The server of a channel shows another certificate or key than is known; args: {@code subject} (the channel), {@code channel}, {@code shown}. */
    public static final String SERVER_IDENTITY_CHANGED = "SERVER_IDENTITY_CHANGED";
    /** An interchange could not be read for a reason of ours. */
    public static final String READING_FAILED = "READING_FAILED";
    /** A message could not be processed for a reason of ours. */
    public static final String PROCESSING_FAILED = "PROCESSING_FAILED";
    /** What came breaks the rules of its format; args: {@code errors}, {@code first}, {@code first_zh}. */
    public static final String INVALID_DOCUMENT = "INVALID_DOCUMENT";
    /** What came is well-formed and cannot be accepted; args: {@code number}, {@code errors}. */
    public static final String DOCUMENT_REJECTED = "DOCUMENT_REJECTED";
    /** A business rule left a message to a person; args: {@code verdict} and what belongs to it. */
    public static final String MESSAGE_HELD = "MESSAGE_HELD";
    /** Every try to send failed. */
    public static final String DELIVERY_FAILED = "DELIVERY_FAILED";
    /** The partner's system refused what we sent. */
    public static final String REFUSED_BY_PARTNER = "REFUSED_BY_PARTNER";
    /** The partner's system accepted what we sent and found something wrong with it; a person is to look at it, by agreement. */
    public static final String ACCEPTED_WITH_ERRORS = "ACCEPTED_WITH_ERRORS";
    /** The partner owes an acknowledgement and its time is over; args: {@code number}, {@code reference}, {@code expected}, {@code due}. */
    public static final String ACKNOWLEDGEMENT_OVERDUE = "ACKNOWLEDGEMENT_OVERDUE";
    /** A partner owes a document of a deal and its time is over; args: {@code number}, {@code debtor}, {@code expected}, {@code due}. */
    public static final String DOCUMENT_OVERDUE = "DOCUMENT_OVERDUE";
    /** An acknowledgement fits nothing we sent. */
    public static final String ORPHAN_ACKNOWLEDGEMENT = "ORPHAN_ACKNOWLEDGEMENT";

    /** Something at a door was not taken in; args: {@code file}, {@code channel}, {@code reason}. */
    public static final String FILE_REFUSED = "FILE_REFUSED";

    /** A partner's message was refused at a door, and its sender told so; args: {@code subject}, {@code channel}, {@code reason}, {@code id} of the first. */
    public static final String MESSAGE_REFUSED = "MESSAGE_REFUSED";

    /** Stored bytes are not what their hash says; args: {@code subject} (the payload). */
    public static final String PAYLOAD_BROKEN = "PAYLOAD_BROKEN";

    /** What a partner does otherwise cannot be read from its file; args: {@code subject} (the file), {@code line}, {@code error}. */
    public static final String OVERLAY_BROKEN = "OVERLAY_BROKEN";

    /** The broker of a hub takes nothing new, because its disk is full; args: {@code subject} (the machine), {@code percent}. */
    public static final String BROKER_DISK_FULL = "BROKER_DISK_FULL";

    /** A carrier reports that goods do not go on; args: {@code number}, {@code reason}, {@code place}. */
    public static final String TRANSPORT_EXCEPTION = "TRANSPORT_EXCEPTION";
    /** A carrier does not take a transport; args: {@code number}, {@code carrier}, {@code reason}. */
    public static final String TRANSPORT_DECLINED = "TRANSPORT_DECLINED";
    /** A supplier has less of an article than it wants; args: {@code subject} (the article), {@code number}, {@code stock}, {@code below}. */
    public static final String STOCK_LOW = "STOCK_LOW";
    /** What stands of stock is not the sum of its movements; args: {@code subject} (the company), {@code count}. */
    public static final String STOCK_DIFFERS = "STOCK_DIFFERS";
    /** What was ordered will be finished later than it is needed; args: {@code subject} (the order line), {@code number}, {@code line}, {@code finish}, {@code needed}. */
    public static final String PRODUCTION_LATE = "PRODUCTION_LATE";
    /** A supplier plans otherwise by more than a tenth; args: {@code subject} (the list), {@code supplier}, {@code number} (an article), {@code week}, {@code count}. */
    public static final String PLAN_CHANGED = "PLAN_CHANGED";
    /** The buyer has a question about an invoice; args: {@code number}, {@code reason}. */
    public static final String INVOICE_QUERIED = "INVOICE_QUERIED";
    /** The buyer refuses an invoice; args: {@code number}, {@code reason}. */
    public static final String INVOICE_REFUSED = "INVOICE_REFUSED";

    /** The bank does not make a payment; args: {@code number}, {@code amount}, {@code reason}. */
    public static final String PAYMENT_REJECTED = "PAYMENT_REJECTED";

    /** A delivery schedule asks for articles that are not in the catalogue; args: {@code number}, {@code count}, {@code articles} (the first of them). */
    public static final String SCHEDULE_ARTICLE_UNKNOWN = "SCHEDULE_ARTICLE_UNKNOWN";

    private Cause() {}
}
