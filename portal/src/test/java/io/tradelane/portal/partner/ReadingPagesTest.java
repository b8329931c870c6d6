package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.mappings.table.TableField;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ReadingPagesTest extends PortalTest {
    private static final String OWN_HEADERS = "Beleg;Wann;Was;Wieviel;Stueckpreis;Intern\nB-7;24.12.2026;NW-7;10;1.234,50;x\nB-7;24.12.2026;NW-8;5;3,10;y\n";

    @Autowired
    private ReadingSettings settings;

    private List<ReadingSetting> stored() {
        return Tenancy.call(Actor.hub(), () -> settings.list(trade.supplier));
    }

    @AfterEach
    void readAsUsual() {
        Tenancy.run(Actor.hub(), () -> stored().forEach(setting -> settings.remove(trade.supplier, setting.format(), setting.type())));
    }

    private String page() {
        return "/partners/" + trade.supplier + "/reading";
    }

    private MockHttpServletRequestBuilder table() {
        return post(page() + "/table")
                .param("sample", Base64.getEncoder().encodeToString(OWN_HEADERS.getBytes(StandardCharsets.UTF_8)))
                .param("type", "order").param("headers", "true").param("datePattern", "dd.MM.yyyy").param("decimalMark", "comma")
                .param("currency", "EUR").param("unit", "PCE")
                .param("column-0", "order_number").param("column-1", "issue_date").param("column-2", "supplier_article")
                .param("column-3", "quantity").param("column-4", "price").param("column-5", "");
    }

    @Test
    void aSettingIsMadeReplacedAndRemoved() throws Exception {
        mvc.perform(post(page()).param("format", "edifact").param("codeLists", "strict").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post(page()).param("format", "ubl").param("type", "invoice").param("rules", "no").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(stored()).containsExactly(
                new ReadingSetting(trade.supplier, "EDIFACT", null, ReadingSetting.CodeLists.STRICT, null, null),
                new ReadingSetting(trade.supplier, "UBL", DocumentType.INVOICE, null, false, null));
        mvc.perform(get(page()).with(operator())).andExpect(status().isOk()).andExpect(content().string(containsString("EDIFACT")));

        mvc.perform(post(page() + "/removal").param("format", "UBL").param("type", "invoice").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatMeansNothingInAFormatStandsBesideItsField() throws Exception {
        mvc.perform(post(page()).param("format", "edifact").param("rules", "no").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"rules-error\"")));
        mvc.perform(post(page()).param("format", "edifact").with(operator()).with(csrf()))
                .andExpect(status().is(422)).andExpect(content().string(containsString("id=\"codeLists-error\"")));
    }

    @Test
    void aSampleShowsItsColumnsWithWhatTheyUsuallyAre() throws Exception {
        String csv = "Order number,Article number,Quantity,Price EUR,Remark\nPO-7,NW-7,10,2.50,urgent\n";
        mvc.perform(multipart(page() + "/sample").file(new MockMultipartFile("sample", "order.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)))
                        .with(operator()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Remark")))
                .andExpect(content().string(containsString("urgent")))
                .andExpect(content().string(containsString("value=\"order_number\" selected=\"selected\"")))
                .andExpect(content().string(containsString("preview-document")))
                .andExpect(content().string(containsString("PO-7")));
    }

    @Test
    void columnsOfAPartnersOwnArePreviewedSavedAndThereForTheNextSample() throws Exception {
        mvc.perform(table().with(operator()).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("preview-document")))
                .andExpect(content().string(containsString("NW-8")));
        assertThat(stored()).isEmpty();

        mvc.perform(table().param("save", "true").with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        ReadingSetting saved = stored().getFirst();
        assertThat(saved.format()).isEqualTo("CSV");
        assertThat(TableMapping.ofJson(saved.table())).isEqualTo(new TableMapping(
                DocumentType.ORDER,
                Map.of("Beleg", TableField.ORDER_NUMBER, "Wann", TableField.ISSUE_DATE, "Was", TableField.SUPPLIER_ARTICLE, "Wieviel", TableField.QUANTITY,
                        "Stueckpreis", TableField.PRICE),
                true, null, ',', "dd.MM.yyyy", "EUR", "PCE"));
        mvc.perform(multipart(page() + "/sample").file(new MockMultipartFile("sample", "next.csv", "text/csv", OWN_HEADERS.getBytes(StandardCharsets.UTF_8)))
                        .with(operator()).with(csrf()))
                .andExpect(content().string(containsString("value=\"quantity\" selected=\"selected\"")))
                .andExpect(content().string(containsString("value=\"dd.MM.yyyy\"")));
    }

    @Test
    void whatIsWrongWithTheColumnsStandsBesideItsField() throws Exception {
        mvc.perform(post(page() + "/table").param("sample", "YTtiCjE7Mgo=").param("type", "order").param("headers", "true").param("save", "true")
                        .param("datePattern", "never").param("currency", "EUX").param("unit", "ZZZ").with(operator()).with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"datePattern-error\"")))
                .andExpect(content().string(containsString("id=\"currency-error\"")))
                .andExpect(content().string(containsString("id=\"unit-error\"")));
        mvc.perform(post(page() + "/table").param("sample", "*").param("type", "order").with(operator()).with(csrf())).andExpect(status().is(422));
        mvc.perform(multipart(page() + "/sample").file(new MockMultipartFile("sample", "x.csv", "text/csv", new byte[300_001])).with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(stored()).isEmpty();
    }

    @Test
    void aCompanySeesHowItIsReadAndChangesNothing() throws Exception {
        mvc.perform(get(page()).with(as(trade.supplier, Role.ORGANISATION_ADMIN)))
                .andExpect(status().isOk()).andExpect(content().string(not(containsString("sample-form"))));
        mvc.perform(post(page()).param("format", "edifact").param("codeLists", "lenient").with(as(trade.supplier, Role.ORGANISATION_ADMIN)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(page()).with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
    }
}
