package io.tradelane.mappings.payment;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a cash account: {@code Id/IBAN} or {@code Id/Othr/Id} (in the first versions BBAN, UPIC and PrtryAcct), its owner and the bank that keeps it. */
final class AccountReader {
    private final XmlCursor cursor;
    private final XmlValues values;
    private @Nullable String number;
    private @Nullable String owner;
    private @Nullable String bank;
    private @Nullable String bankName;
    private @Nullable String currency;

    AccountReader(XmlCursor cursor, XmlValues values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** @param bank BIC of the bank, {@code null} when not given */
    record Account(
            @Nullable String number, @Nullable String owner, @Nullable String bank, @Nullable String bankName, @Nullable String currency) {}

    Account read() throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "Id" -> identification();
                case "Ccy" -> currency = values.text(3);
                case "Ownr" -> owner = ownerName();
                case "Svcr" -> cursor.children(inner -> {
                    if (inner.equals("FinInstnId")) {
                        servicer();
                    }
                });
                default -> { }
            }
        });
        return new Account(number, owner, bank, bankName, currency);
    }

    private void identification() throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "IBAN" -> number = values.text(34);
                case "BBAN", "UPIC" -> number = values.text(34);
                case "Othr", "PrtryAcct" -> cursor.children(inner -> {
                    if (inner.equals("Id")) {
                        number = values.text(34);
                    }
                });
                default -> { }
            }
        });
    }

    private @Nullable String ownerName() throws IOException, XmlRefused {
        String[] found = new String[1];
        cursor.children(name -> {
            if (name.equals("Nm")) {
                found[0] = values.text(140);
            }
        });
        return found[0];
    }

    private void servicer() throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "BIC", "BICFI" -> bank = values.text(11);
                case "Nm" -> bankName = values.text(140);
                default -> { }
            }
        });
    }
}
