package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.AccountReader.Account;
import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlError;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import io.tradelane.mappings.syntax.xml.XmlReport;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BankStatementDocument.Kind;
import io.tradelane.trading.document.BankStatementDocument.Statement;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads ISO 20022 camt.053 (BankToCustomerStatement) and camt.052 (BankToCustomerAccountReport), versions .01 to .13. Elements
 * are found by their local names, as in {@link PaymentNotificationReader}.
 */
public final class BankStatementReader {
    private final XmlCursor cursor;
    private final XmlReport report;
    private final XmlValues values;
    private final GroupHeader header;
    private final Kind kind;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Party> parties = new LinkedHashMap<>();

    /** @param cursor at the root element, {@code Document} */
    public BankStatementReader(XmlCursor cursor, XmlReport report, Kind kind) {
        this.cursor = cursor;
        this.report = report;
        this.values = new XmlValues(cursor, report);
        this.header = new GroupHeader(cursor, report, values);
        this.kind = kind;
    }

    /** The document, or {@code null} when the report says why there is none. */
    public @Nullable BankStatementDocument read() throws IOException, XmlRefused {
        String root = kind == Kind.STATEMENT ? "BkToCstmrStmt" : "BkToCstmrAcctRpt";
        String part = kind == Kind.STATEMENT ? "Stmt" : "Rpt";
        String path = cursor.path();
        boolean[] found = new boolean[1];
        cursor.children(name -> {
            if (name.startsWith(root)) { // V01 behind it in the first version
                found[0] = true;
                message(part);
            }
        });
        header.require(found[0], path + "/" + root, root);
        String messageId = header.messageId();
        OffsetDateTime createdAt = header.createdAt();
        return messageId == null || createdAt == null ? null
                : new BankStatementDocument(messageId, kind, createdAt, List.copyOf(parties.values()), List.copyOf(statements));
    }

    /** Group header MsgId, empty as long as none was read. */
    public String messageId() {
        return header.messageId() == null ? "" : header.messageId();
    }

    private void message(String part) throws IOException, XmlRefused {
        String path = cursor.path();
        int[] seen = new int[1];
        cursor.children(name -> {
            if (name.equals("GrpHdr")) {
                header.read();
            } else if (name.equals(part)) {
                seen[0]++;
                statement(seen[0]);
            }
        });
        header.requireSeen(path);
        header.require(seen[0] > 0, path + "/" + part, part);
    }

    private void statement(int number) throws IOException, XmlRefused {
        String path = cursor.path();
        StatementParts parts = new StatementParts(messageId() + "/" + number);
        cursor.children(name -> {
            switch (name) {
                case "Id" -> parts.id = values.text(35);
                case "StmtPgntn", "RptPgntn" -> page(parts);
                case "LglSeqNb" -> parts.sequence = values.number();
                case "ElctrncSeqNb" -> parts.electronicSequence = values.number();
                case "FrToDt" -> period(parts);
                case "Acct" -> parts.account = account();
                case "Bal" -> balance(parts);
                case "Ntry" -> entry(parts);
                default -> { }
            }
        });
        header.require(parts.id != null, path + "/Id", "Id");
        header.require(parts.account != null && parts.account.number() != null, path + "/Acct/Id", "Id");
        header.require(kind == Kind.INTERIM || parts.balances > 0, path + "/Bal", "Bal");
        parts.check(cursor, report, path);
        Statement statement = parts.statement();
        if (statement != null) {
            statements.add(statement);
        }
    }

    private void page(StatementParts parts) throws IOException, XmlRefused {
        cursor.children(name -> {
            if (name.equals("PgNb")) {
                Long page = values.number();
                parts.page = page == null ? null : page.intValue();
            }
        });
    }

    private void period(StatementParts parts) throws IOException, XmlRefused {
        cursor.children(name -> {
            switch (name) {
                case "FrDtTm" -> parts.from = values.day();
                case "ToDtTm" -> parts.to = values.day();
                default -> { }
            }
        });
    }

    private Account account() throws IOException, XmlRefused {
        Account account = new AccountReader(cursor, values).read();
        if (account.owner() != null) {
            parties.putIfAbsent("owner " + account.owner(), new Party(PartyRole.MESSAGE_RECIPIENT, List.of(), account.owner(), null, null));
        }
        if (account.bank() != null) {
            var identifiers = List.of(new Party.Identifier(Party.Scheme.BIC, account.bank()));
            parties.putIfAbsent("bank " + account.bank(), new Party(PartyRole.MESSAGE_SENDER, identifiers, account.bankName(), null, null));
        }
        return account;
    }

    private void balance(StatementParts parts) throws IOException, XmlRefused {
        String path = cursor.path();
        BalanceReader balance = new BalanceReader(cursor, values).read();
        header.require(balance.amount() != null || balance.amountSeen(), path + "/Amt", "Amt");
        header.require(balance.directionSeen(), path + "/CdtDbtInd", "CdtDbtInd");
        header.require(balance.dateSeen(), path + "/Dt", "Dt");
        parts.add(balance);
    }

    private void entry(StatementParts parts) throws IOException, XmlRefused {
        String path = cursor.path();
        Booking booking = new EntryReader(cursor, report).read();
        if (booking.status != null && !booking.status.equals("BOOK")) {
            report.warning(XmlError.NOT_BOOKED, cursor, path + "/Sts", booking.status, "BOOK");
            return;
        }
        parts.add(booking, cursor, report, path);
    }
}
