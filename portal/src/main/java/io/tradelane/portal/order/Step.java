package io.tradelane.portal.order;

import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderStatus;
import io.tradelane.trading.order.OrderView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One dot of the bar that shows how far an order is.
 *
 * @param title message key
 * @param state {@code done}, {@code current}, {@code failed} or {@code todo}
 * @param at when it happened
 * @param expected when it should, if it has not
 */
record Step(String title, String state, @Nullable Instant at, @Nullable LocalDate expected) {

    static List<Step> of(OrderStory.Story story) {
        OrderView order = story.order();
        OrderStatus status = order.status();
        Agreement agreement = status.agreement();
        boolean confirmed = order.lines().stream().anyMatch(line -> line.confirmed() != null);
        boolean refused = agreement == Agreement.REJECTED_BY_SUPPLIER || agreement == Agreement.CANCELLED;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("step.ordered", "done", order.createdAt(), null));
        steps.add(refused
                ? new Step("step." + agreement.name(), "failed", lastAnswer(order), null)
                : step("step.confirmed", confirmed && order.change() == null ? 2 : order.change() != null ? 1 : 0, lastAnswer(order), null));
        steps.add(step("step.shipped", status.fulfilment().ordinal() >= OrderStatus.Fulfilment.SHIPPED.ordinal() ? 2
                : status.fulfilment() == OrderStatus.Fulfilment.PART_SHIPPED ? 1 : 0,
                story.shipments().isEmpty() ? null : story.shipments().getLast().createdAt(), order.nextDelivery()));
        steps.add(step("step.received", status.fulfilment() == OrderStatus.Fulfilment.RECEIVED ? 2
                : status.fulfilment() == OrderStatus.Fulfilment.PART_RECEIVED ? 1 : 0,
                story.receipts().isEmpty() ? null : story.receipts().getLast().postedAt(), null));
        steps.add(step("step.invoiced", status.billing().ordinal() == 0 ? 0 : status.billing() == OrderStatus.Billing.INVOICED ? 2 : 1,
                story.invoices().isEmpty() ? null : story.invoices().getLast().createdAt(), null));
        steps.add(step("step.paid", status.payment() == OrderStatus.Payment.PAID ? 2 : status.payment() == OrderStatus.Payment.PART_PAID ? 1 : 0, null, null));
        return markNext(steps, refused);
    }

    private static Step step(String title, int progress, @Nullable Instant at, @Nullable LocalDate expected) {
        return switch (progress) {
            case 2 -> new Step(title, "done", at, null);
            case 1 -> new Step(title + ".part", "current", at, null);
            default -> new Step(title, "todo", null, expected);
        };
    }

    /** The first thing still to come is where the order stands, unless something is under way already. */
    private static List<Step> markNext(List<Step> steps, boolean refused) {
        if (refused || steps.stream().anyMatch(step -> step.state.equals("current"))) {
            return steps;
        }
        List<Step> marked = new ArrayList<>(steps);
        for (int i = 0; i < marked.size(); i++) {
            Step step = marked.get(i);
            if (step.state.equals("todo")) {
                marked.set(i, new Step(step.title, "current", null, step.expected));
                break;
            }
        }
        return marked;
    }

    private static @Nullable Instant lastAnswer(OrderView order) {
        return order.answers().isEmpty() ? null : order.answers().getLast().at();
    }
}
