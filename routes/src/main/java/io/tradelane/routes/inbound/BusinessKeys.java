package io.tradelane.routes.inbound;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InventoryReportDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.PunchOutCartDocument;
import io.tradelane.trading.document.PunchOutSetupDocument;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.SalesReportDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.shared.Money;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The numbers by which a person would look for a document, and the one that keeps documents of one deal in order. */
public final class BusinessKeys {
    /** Enough for any search; a catalogue of a million lines is not searched by its lines. */
    private static final int MOST = 2000;

    private BusinessKeys() {}

    static String group(Message message) {
        return group(message.organisation(), message.id(), message.document());
    }

    static String group(@Nullable UUID organisation, UUID message, @Nullable BusinessDocument document) {
        return organisation + ":" + (document == null ? message : deal(document));
    }

    /**
     * The number of the order, or of the request, where there is one: everything about one of them stays in its order. So do the releases for
     * one supplier.
     */
    private static String deal(BusinessDocument document) {
        String order = order(document);
        return order != null ? order : document.type() + ":" + (document instanceof DeliveryScheduleDocument ? supplier(document) : document.number());
    }

    private static String supplier(BusinessDocument schedule) {
        return schedule.party(PartyRole.SUPPLIER).flatMap(party -> party.identifiers().stream().findFirst()).map(Party.Identifier::value).orElse("");
    }

    /** The same as one of the document's keys. */
    static String dealKey(BusinessDocument document) {
        String order = order(document);
        return order == null ? document.number() : order;
    }

    private static @Nullable String order(BusinessDocument document) {
        return switch (document) {
            case OrderDocument order1 -> order1.number();
            case OrderResponseDocument response -> response.orderNumber();
            case DespatchAdviceDocument advice -> advice.orderNumber();
            case InvoiceDocument invoice -> invoice.orderNumber();
            case OrderChangeDocument change -> change.orderNumber();
            case ReceiptAdviceDocument advice -> advice.orderNumber();
            case QuotationDocument quotation -> quotation.requestNumber();
            default -> null;
        };
    }

    public static List<String> of(BusinessDocument document) {
        Set<String> keys = new LinkedHashSet<>();
        add(keys, document.number());
        switch (document) {
            case OrderDocument order -> {
                references(keys, order.references());
                order.lines().forEach(line -> item(keys, line.item()));
            }
            case OrderResponseDocument response -> {
                add(keys, response.orderNumber(), response.supplierOrderNumber());
                response.lines().forEach(line -> item(keys, line.item()));
            }
            case DespatchAdviceDocument advice -> advice(keys, advice);
            case InvoiceDocument invoice -> invoice(keys, invoice);
            case RemittanceAdviceDocument advice -> {
                add(keys, advice.paymentReference(), amount(advice.total()));
                advice.items().forEach(item -> add(keys, item.documentNumber()));
            }
            case PaymentNotificationDocument notification -> notification.entries().forEach(entry -> add(
                    keys, entry.reference(), entry.endToEndId(), entry.creditorReference(), entry.account(), amount(entry.amount())));
            case SyntaxAcknowledgementDocument contrl -> add(keys, contrl.interchangeReference());
            case ApplicationAcknowledgementDocument aperak -> add(keys, aperak.messageReference(), aperak.documentNumber());
            case OrderChangeDocument change -> {
                add(keys, change.orderNumber());
                references(keys, change.references());
                change.lines().forEach(line -> item(keys, line.item()));
            }
            case ReceiptAdviceDocument advice -> {
                add(keys, advice.orderNumber(), advice.despatchAdviceNumber(), advice.deliveryNoteNumber());
                advice.lines().forEach(line -> {
                    add(keys, line.orderNumber(), line.sscc());
                    item(keys, line.item());
                });
            }
            case CatalogueDocument catalogue -> catalogue.articles().forEach(article -> item(keys, article.item()));
            case InventoryReportDocument report -> report.lines().forEach(line -> {
                add(keys, line.location());
                item(keys, line.item());
            });
            case SalesReportDocument report -> report.lines().forEach(line -> {
                add(keys, line.location());
                item(keys, line.item());
            });
            case DeliveryScheduleDocument schedule -> {
                add(keys, schedule.release(), schedule.previousRelease());
                schedule.lines().forEach(line -> {
                    add(keys, line.orderNumber());
                    item(keys, line.item());
                });
            }
            case RequestForQuotationDocument request -> {
                references(keys, request.references());
                request.lines().forEach(line -> item(keys, line.item()));
            }
            case QuotationDocument quotation -> {
                add(keys, quotation.requestNumber());
                references(keys, quotation.references());
                quotation.lines().forEach(line -> item(keys, line.item()));
            }
            case PartyInformationDocument information -> information.entries().forEach(entry ->
                    entry.party().identifiers().forEach(identifier -> add(keys, identifier.value())));
            case TransportInstructionDocument instruction -> {
                references(keys, instruction.references());
                instruction.goods().forEach(goods -> {
                    add(keys, goods.orderNumber());
                    goods.ssccs().forEach(sscc -> add(keys, sscc));
                });
            }
            case TransportResponseDocument response -> add(keys, response.instructionNumber(), response.carrierReference());
            case TransportStatusDocument status -> status.consignments().forEach(consignment -> {
                add(keys, consignment.number());
                references(keys, consignment.references());
                consignment.ssccs().forEach(sscc -> add(keys, sscc));
            });
            case PaymentInstructionDocument instruction -> instruction.batches().forEach(batch -> {
                add(keys, batch.number());
                batch.transactions().forEach(transaction -> add(
                        keys, transaction.endToEndId(), transaction.creditorReference(), amount(transaction.amount())));
            });
            case PaymentStatusDocument status -> {
                add(keys, status.instructionNumber());
                status.transactions().forEach(transaction -> add(keys, transaction.batchNumber(), transaction.endToEndId()));
            }
            case BankStatementDocument bank -> bank.statements().forEach(statement -> {
                add(keys, statement.number(), statement.account());
                statement.entries().forEach(entry -> add(keys, entry.reference(), entry.endToEndId(), entry.creditorReference()));
            });
            case InvoiceResponseDocument response -> add(keys, response.invoiceNumber());
            case PunchOutSetupDocument setup -> add(keys, setup.buyerCookie());
            case PunchOutCartDocument cart -> {
                add(keys, cart.buyerCookie());
                cart.lines().forEach(line -> item(keys, line.item()));
            }
        }
        return new ArrayList<>(keys).subList(0, Math.min(MOST, keys.size()));
    }

    private static void advice(Set<String> keys, DespatchAdviceDocument advice) {
        add(keys, advice.orderNumber(), advice.carrierReference());
        advice.packages().forEach(unit -> {
            add(keys, unit.sscc());
            unit.lines().forEach(line -> {
                add(keys, line.orderNumber());
                item(keys, line.item());
            });
        });
    }

    private static void invoice(Set<String> keys, InvoiceDocument invoice) {
        add(keys, invoice.orderNumber(), invoice.despatchAdviceNumber(), invoice.precedingInvoice(), invoice.creditorReference(),
                amount(invoice.totals().payable()));
        invoice.lines().forEach(line -> {
            add(keys, line.orderNumber());
            item(keys, line.item());
        });
    }

    /** {@code 1234.50}, with the decimals of its currency. */
    private static String amount(Money money) {
        return money.rounded().amount().toPlainString();
    }

    private static void references(Set<String> keys, List<Reference> references) {
        references.forEach(reference -> add(keys, reference.number()));
    }

    private static void item(Set<String> keys, Item item) {
        add(keys, item.gtin(), item.buyerArticle(), item.supplierArticle());
    }

    private static void add(Set<String> keys, @Nullable String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank() && keys.size() < MOST) {
                keys.add(value);
            }
        }
    }
}
