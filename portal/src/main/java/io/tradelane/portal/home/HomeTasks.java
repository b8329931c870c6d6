package io.tradelane.portal.home;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.portal.frame.WaitingWork;
import io.tradelane.trading.order.OrderFilter;
import io.tradelane.trading.partner.Role.Side;
import io.tradelane.trading.requirement.RequirementFilter;
import io.tradelane.trading.requirement.Requirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for somebody, by what she works for: each number is the length of the list it leads to. */
@Component
class HomeTasks {
    private final Requirements requirements;

    HomeTasks(Requirements requirements) {
        this.requirements = requirements;
    }

    /** @param name of its texts {@code task.<name>} and {@code task.<name>.help} */
    record Task(String name, String path, String icon, int count) {}

    /** Those of which there are any, the most urgent first. @param side null: neither buys nor sells @param counts of her orders, if she may see any */
    List<Task> of(Caller caller, @Nullable Side side, WaitingWork.Counts waiting, Map<OrderFilter.Tab, Integer> counts) {
        List<Task> tasks = new ArrayList<>();
        if (side == Side.SUPPLIER && caller.may(Permission.ORDER_RESPOND)) {
            add(tasks, "confirm", "/orders?tab=awaiting_confirmation", "orders", counts.getOrDefault(OrderFilter.Tab.AWAITING_CONFIRMATION, 0));
        }
        add(tasks, "orders", "/orders?tab=needs_action", "orders", waiting.orders());
        if (side == Side.BUYER && caller.may(Permission.RECEIPT_POST)) {
            add(tasks, "receive", "/orders?tab=in_transit", "truck", counts.getOrDefault(OrderFilter.Tab.IN_TRANSIT, 0));
        }
        if (caller.may(Permission.REQUIREMENT_APPROVE)) {
            add(tasks, "requirements", "/requirements?tab=to_approve", "inbox", requirements.list(new RequirementFilter(RequirementFilter.Tab.TO_APPROVE, null, null, null, null, null, 1))
                    .counts().getOrDefault(RequirementFilter.Tab.TO_APPROVE, 0));
        }
        add(tasks, "approvals", "/approvals", "check", waiting.approvals());
        add(tasks, "rfqs", "/rfqs?tab=needs_action", "file", waiting.requests());
        add(tasks, "invoices", "/invoices?status=exception", "invoices", waiting.invoices());
        add(tasks, "payments", "/payments", "payments", waiting.payments());
        add(tasks, "people", "/people", "user", waiting.roleRequests());
        add(tasks, "articles", "/articles/review", "eye", waiting.articles());
        add(tasks, "admissions", "/admissions?state=submitted", "assign", waiting.admissions());
        add(tasks, "incidents", "/incidents", "incidents", waiting.incidents());
        add(tasks, "radar", "/radar", "warning", waiting.obligations());
        return tasks;
    }

    private static void add(List<Task> tasks, String name, String path, String icon, int count) {
        if (count > 0) {
            tasks.add(new Task(name, path, icon, count));
        }
    }
}
