package io.tradelane.portal.inventory;

import io.tradelane.portal.frame.Page;
import io.tradelane.trading.inventory.StockReports;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What partners have, and what they sold. */
@Page
class StockReportsPage {
    private final StockReports reports;

    StockReportsPage(StockReports reports) {
        this.reports = reports;
    }

    @GetMapping("/stock/reports")
    String show(Model model) {
        model.addAttribute("levels", reports.stock());
        model.addAttribute("figures", reports.sales());
        return "inventory/reports";
    }
}
