package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.ApplicationAcknowledgementMapping;
import io.tradelane.mappings.acknowledgement.SyntaxAcknowledgementMapping;
import io.tradelane.mappings.despatch.DespatchAdviceMapping;
import io.tradelane.mappings.invoice.InvoiceMapping;
import io.tradelane.mappings.order.OrderMapping;
import io.tradelane.mappings.order.OrderResponseMapping;
import io.tradelane.mappings.payment.RemittanceAdviceMapping;
import io.tradelane.mappings.shared.EdifactMapping;
import java.util.List;

/** Every mapping there is; a new one is one line here. */
final class Catalogue {
    private Catalogue() {}

    static List<EdifactMapping<?>> edifact() {
        return List.of(
                new OrderMapping(),
                new OrderResponseMapping(),
                new DespatchAdviceMapping(),
                new InvoiceMapping(),
                new RemittanceAdviceMapping(),
                new SyntaxAcknowledgementMapping(),
                new ApplicationAcknowledgementMapping());
    }
}
