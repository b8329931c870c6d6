package io.tradelane.portal.frame;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The side navigation: what the caller may not see is not in it. */
@Component
class Navigation {
    /** @param title message key; {@code items} at least one */
    record Group(String title, List<Item> items) {}

    /** @param count shown where somebody has to act; 0: none */
    record Item(String title, String path, String icon, int count, String shortcut) {}

    List<Group> of(Caller caller, WaitingWork.Counts waiting) {
        List<Group> groups = new ArrayList<>();
        add(groups, "nav.work", caller, List.of(
                new Entry(Permission.HOME, new Item("nav.overview", "/", "overview", 0, "h")),
                new Entry(Permission.CATALOGUE_SEARCH, new Item("nav.articles", "/articles", "search", 0, "b")),
                new Entry(Permission.ARTICLE_WRITE, new Item("nav.articles.own", "/articles/own", "hash", waiting.prices(), "m")),
                new Entry(Permission.ARTICLE_REVIEW, new Item("nav.articles.review", "/articles/review", "eye", waiting.articles(), "v")),
                new Entry(Permission.ARTICLE_REVIEW, new Item("nav.categories", "/categories", "hash", 0, "1")),
                new Entry(Permission.ARTICLE_REVIEW, new Item("nav.synonyms", "/search-synonyms", "search", 0, "2")),
                new Entry(Permission.ORDER_VIEW, new Item("nav.orders", "/orders", "orders", waiting.orders(), "o")),
                new Entry(Permission.ORDER_PLACE, new Item("nav.carts", "/carts", "receipt", 0, "f")),
                new Entry(Permission.ORDER_APPROVE, new Item("nav.approvals", "/approvals", "check", waiting.approvals(), "j")),
                new Entry(Permission.ORDER_VIEW, new Item("nav.transports", "/transport-orders", "arrow-right", 0, "t")),
                new Entry(Permission.RECEIPT_POST, new Item("receiving.title", "/receiving", "receipt", 0, "j")),
                new Entry(Permission.DOCK_BOOK, new Item("docks.title", "/docks", "in", 0, "g")),
                new Entry(Permission.REQUIREMENT_VIEW, new Item("nav.requirements", "/requirements", "edit", 0, "m")),
                new Entry(Permission.RFQ_VIEW, new Item("nav.rfqs", "/rfqs", "file", waiting.requests(), "q")),
                new Entry(Permission.CONTRACT_VIEW, new Item("nav.contracts", "/contracts", "certificate", waiting.contracts(), "w")),
                new Entry(Permission.ORDER_VIEW, new Item("nav.schedules", "/schedules", "truck", 0, "s")),
                new Entry(Permission.INVOICE_VIEW, new Item("nav.invoices", "/invoices", "invoices", waiting.invoices(), "i")),
                new Entry(Permission.PAYMENT_VIEW, new Item("nav.payments", "/payments", "payments", waiting.payments(), "p")),
                new Entry(Permission.CHAT_VIEW, new Item("nav.chats", "/chats", "inbox", waiting.messages(), "y"))));
        add(groups, "nav.network", caller, List.of(
                new Entry(Permission.SUPPLIER_VIEW, new Item("nav.suppliers", "/buyer/suppliers", "link", 0, "v")),
                new Entry(Permission.PARTNER_VIEW, new Item("nav.partners", "/partners", "partners", waiting.partyChanges(), "r")),
                new Entry(Permission.ONBOARDING_WORK, new Item("nav.onboardings", "/onboardings", "switch", 0, "n")),
                new Entry(Permission.ADMISSION_VIEW, new Item("nav.admissions", "/admissions", "assign", waiting.admissions(), "z")),
                new Entry(Permission.ORDER_VIEW, new Item("nav.stock", "/stock", "building", 0, "k")),
                new Entry(Permission.PEOPLE_VIEW, new Item("nav.people", "/people", "user", waiting.roleRequests(), "w"))));
        add(groups, "nav.integration", caller, List.of(
                new Entry(Permission.DOCUMENT_VIEW, new Item("nav.documents", "/documents", "documents", 0, "d")),
                new Entry(Permission.DOCUMENT_VIEW, new Item("nav.radar", "/radar", "warning", waiting.obligations(), "l")),
                new Entry(Permission.CHANNEL_VIEW, new Item("nav.connections", "/connections", "connections", 0, "c")),
                new Entry(Permission.CHANNEL_VIEW, new Item("nav.certificates", "/certificates", "lock", 0, "e")),
                new Entry(Permission.INCIDENT_VIEW, new Item("nav.incidents", "/incidents", "incidents", waiting.incidents(), "x")),
                new Entry(Permission.INCIDENT_VIEW, new Item("nav.alerts", "/alerts", "info", 0, "a")),
                new Entry(Permission.CHANNEL_VIEW, new Item("nav.audit", "/audit", "file", 0, "u"))));
        return groups;
    }

    private record Entry(Permission permission, Item item) {}

    private static void add(List<Group> groups, String title, Caller caller, List<Entry> entries) {
        List<Item> items = entries.stream().filter(entry -> caller.may(entry.permission)).map(Entry::item).toList();
        if (!items.isEmpty()) {
            groups.add(new Group(title, items));
        }
    }
}
