package io.tradelane.routes.inbound;

import io.tradelane.routes.failure.FailurePolicy;
import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.trading.order.ApplyResult;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Documents that change nothing in the engine: they are kept, and found by their numbers. */
@Component
public class NotedDocuments extends RouteBuilder {
    private final Verdicts verdicts;

    NotedDocuments(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void configure() {
        from("direct:noteDocument").routeId("note-document")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(this, "note");
    }

    public void note(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> new ApplyResult.NoEffect("document-noted", message.id()));
    }
}
