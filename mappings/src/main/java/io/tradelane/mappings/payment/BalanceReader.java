package io.tradelane.mappings.payment;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.trading.document.BankStatementDocument.Balance;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.shared.Money;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads {@code Bal}: its type (ISO 20022 external balance type, OPBD, CLBD, CLAV …), amount, sign and day. */
final class BalanceReader {
    private final XmlCursor cursor;
    private final XmlValues values;
    private @Nullable String type;
    private @Nullable Money amount;
    private @Nullable Direction direction;
    private @Nullable LocalDate date;
    private boolean amountSeen;
    private boolean directionSeen;
    private boolean dateSeen;

    BalanceReader(XmlCursor cursor, XmlValues values) {
        this.cursor = cursor;
        this.values = values;
    }

    BalanceReader read() throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "Tp" -> readType();
                case "Amt" -> {
                    amountSeen = true;
                    amount = values.amount();
                }
                case "CdtDbtInd" -> {
                    directionSeen = true;
                    direction = values.direction();
                }
                case "Dt" -> {
                    dateSeen = true;
                    date = values.dateChoice();
                }
                default -> { }
            }
        });
        return this;
    }

    private void readType() throws IOException, XmlRefused {
        cursor.children(name -> {
            if (name.equals("CdOrPrtry") || name.equals("Cd")) {
                String text = cursor.textOr(inner -> {
                    if (inner.equals("Cd") || inner.equals("Prtry")) {
                        type = values.text(35);
                    }
                });
                type = type == null && !text.isEmpty() ? text : type;
            }
        });
    }

    String type() {
        return type == null ? "" : type;
    }

    @Nullable Money amount() {
        return amount;
    }

    boolean amountSeen() {
        return amountSeen;
    }

    boolean directionSeen() {
        return directionSeen;
    }

    boolean dateSeen() {
        return dateSeen;
    }

    /** Negative when overdrawn; {@code null} when something of it is missing or wrong. */
    @Nullable Balance balance() {
        return amount == null || direction == null || date == null ? null
                : new Balance(direction == Direction.DEBIT ? amount.negate() : amount, date);
    }
}
