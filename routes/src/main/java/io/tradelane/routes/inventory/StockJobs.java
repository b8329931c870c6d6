package io.tradelane.routes.inventory;

import io.tradelane.trading.inventory.StockCheck;
import io.tradelane.trading.inventory.StockNews;
import io.tradelane.trading.partner.Tenancy;
import org.springframework.stereotype.Component;

/** What is done about stock now and then: adding it up, and reporting it. */
@Component
public class StockJobs {
    private final StockCheck check;
    private final StockNews news;

    StockJobs(StockCheck check, StockNews news) {
        this.check = check;
        this.news = news;
    }

    public void check() {
        Tenancy.run(Tenancy.Actor.hub(), () -> check.run(null));
    }

    public void report() {
        Tenancy.run(Tenancy.Actor.hub(), news::report);
    }
}
