package io.tradelane.portal.order;

import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An order to print: the browser shows the file, and prints it as it is. */
@Page
class OrderFiles {
    private final PurchaseOrders orders;
    private final OrderPaper paper;

    OrderFiles(PurchaseOrders orders, OrderPaper paper) {
        this.orders = orders;
        this.paper = paper;
    }

    @GetMapping("/orders/{id}/paper.pdf")
    ResponseEntity<byte[]> show(@PathVariable UUID id) {
        return file(NotFound.orElse404(orders.find(id)), paper);
    }

    static ResponseEntity<byte[]> file(OrderView order, OrderPaper paper) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(order.number().replaceAll("[^\\w.-]", "_") + ".pdf").build().toString())
                .body(paper.print(order));
    }
}
