package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.Booking.Side;
import io.tradelane.mappings.payment.Booking.Transaction;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.trading.shared.Money;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one {@code TxDtls}: references, amount, parties, remittance information. */
final class TransactionReader {
    /** ISO 20022 usage rule: what stands in EndToEndId when the payer gave none. */
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final XmlCursor cursor;
    private final XmlValues values;

    TransactionReader(XmlCursor cursor, XmlValues values) {
        this.cursor = cursor;
        this.values = values;
    }

    Transaction read() throws IOException, XmlRefused {
        Transaction transaction = new Transaction();
        Money[] detailed = new Money[1];
        cursor.children(name -> {
            switch (name) {
                case "Refs" -> references(transaction);
                case "Amt" -> transaction.amount = values.amount();
                case "CdtDbtInd" -> transaction.direction = values.direction();
                case "AmtDtls" -> detailed[0] = transactionAmount();
                case "RltdPties" -> parties(transaction);
                case "RmtInf" -> remittance(transaction);
                default -> { }
            }
        });
        if (transaction.amount == null) {
            transaction.amount = detailed[0];
        }
        return transaction;
    }

    private void references(Transaction transaction) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "AcctSvcrRef" -> transaction.servicerReference = values.text(35);
                case "EndToEndId" -> {
                    String id = values.text(35);
                    transaction.endToEndId = NOT_PROVIDED.equals(id) ? null : id;
                }
                default -> { }
            }
        });
    }

    private @Nullable Money transactionAmount() throws IOException, XmlRefused {
        Money[] amount = new Money[1];
        cursor.children(name -> {
            if (name.equals("TxAmt")) {
                cursor.children(inner -> {
                    if (inner.equals("Amt")) {
                        amount[0] = values.amount();
                    }
                });
            }
        });
        return amount[0];
    }

    private void parties(Transaction transaction) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "Dbtr" -> transaction.debtor.name = name();
                case "UltmtDbtr" -> transaction.debtor.ultimateName = name();
                case "DbtrAcct" -> account(transaction.debtor);
                case "Cdtr" -> transaction.creditor.name = name();
                case "UltmtCdtr" -> transaction.creditor.ultimateName = name();
                case "CdtrAcct" -> account(transaction.creditor);
                default -> { }
            }
        });
    }

    /** {@code Nm} itself, or below {@code Pty} or {@code Agt/FinInstnId} from version .08 on. */
    private @Nullable String name() throws IOException, XmlRefused {
        String[] found = new String[1];
        cursor.children(name -> {
            switch (name) {
                case "Nm" -> found[0] = values.text(140);
                case "Pty", "Agt", "FinInstnId" -> found[0] = name();
                default -> { }
            }
        });
        return found[0];
    }

    private void account(Side side) throws IOException, XmlRefused {
        side.account = new AccountReader(cursor, values).read().number();
    }

    private void remittance(Transaction transaction) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "Ustrd" -> add(transaction, values.text(140));
                case "Strd" -> structured(transaction);
                default -> { }
            }
        });
    }

    private void structured(Transaction transaction) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "CdtrRefInf" -> cursor.children(inner -> {
                    if (inner.equals("Ref")) {
                        String reference = values.text(35);
                        // Several are possible; the first one decides, the others stay readable for a person.
                        if (transaction.creditorReference == null) {
                            transaction.creditorReference = reference;
                        } else {
                            add(transaction, reference);
                        }
                    }
                });
                case "AddtlRmtInf" -> add(transaction, values.text(140));
                default -> { }
            }
        });
    }

    private static void add(Transaction transaction, @Nullable String text) {
        if (text != null) {
            transaction.remittance.add(text);
        }
    }
}
