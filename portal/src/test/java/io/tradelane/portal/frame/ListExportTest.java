package io.tradelane.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Every list can be taken away as a file, and is then what its page shows. */
class ListExportTest extends PortalTest {
    @TempDir private Path folder;

    private List<String> csv(String address, RequestPostProcessor who, Locale locale) throws Exception {
        byte[] bytes = mvc.perform(get(address).with(who).locale(locale)).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment"))).andReturn().getResponse().getContentAsByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1).lines().toList();
    }

    @Test
    void theListOfOrdersIsExportedWholeWithNumbersAsValues() throws Exception {
        List<String> rows = csv("/orders?export=csv", buyer(), Locale.ENGLISH);
        assertThat(rows.getFirst()).startsWith("PO number,").contains("(currency)");
        assertThat(rows).as("more than a page").hasSizeGreaterThan(26);
        assertThat(rows.stream().filter(row -> row.startsWith("PO-2026-004802")).findFirst().orElseThrow()).matches(".*,\\d+\\.\\d\\d,CNY,.*");
        assertThat(rows.stream().map(row -> row.split(",")[0])).doesNotHaveDuplicates();
    }

    @Test
    void filtersRightsAndLanguageAreThoseOfThePage() throws Exception {
        assertThat(csv("/orders?q=PO-2026-004802&export=csv", buyer(), Locale.SIMPLIFIED_CHINESE)).hasSize(2).first().asString().contains("币种");
        assertThat(csv("/orders?q=PO-2026&export=csv", stranger(), Locale.ENGLISH)).noneMatch(row -> row.contains("PO-2026-004802"));
        mvc.perform(get("/invoices?export=csv").with(as(trade.buyer, Role.BUYER_WAREHOUSE))).andExpect(status().isForbidden());
        mvc.perform(get("/orders/" + trade.fullOrder + "?export=csv").with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("<html")));
    }

    @Test
    void aWorkbookHasTheSameRows() throws Exception {
        byte[] bytes = mvc.perform(get("/orders?export=xlsx").with(buyer())).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        List<String> names = new ArrayList<>();
        String sheet = "";
        Path file = Files.write(folder.resolve("list.xlsx"), bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().map(ZipEntry::getName).forEach(names::add);
            sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(names).contains("xl/workbook.xml");
        assertThat(sheet).contains("<row r=\"28\"").doesNotContain("<f>");
    }

    @Test
    void whatASpreadsheetWouldReckonIsText() {
        ListRows list = ListRows.of("<table><thead><tr><th>A</th><th></th></tr></thead><tbody><tr><td>=1+1</td><td>x</td></tr></tbody></table>", null);
        assertThat(list.header("currency")).containsExactly("A");
        assertThat(list.rows(list)).containsExactly(List.of("=1+1"));
    }

    @Test
    void anExportIsInTheAuditTrail() throws Exception {
        csv("/orders?tab=late&export=csv", buyer(), Locale.ENGLISH);
        mvc.perform(get("/audit?subject=export").with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isOk()).andExpect(content().string(containsString("/orders?tab=late")));
    }

    /** A page with a table of hub-index that nobody marked would have no export. */
    @Test
    void everyListIsMarked() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html") && !path.toString().contains("home")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("<table class=\"hub-table hub-index[^\"]*\"(?! data-list)");
            }
        }
    }
}
