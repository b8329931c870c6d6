package io.tradelane.portal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.CrossReference;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CrossReferencePagesTest extends PortalTest {
    @Autowired
    private CrossReferences references;

    private List<CrossReference> entries(String theirs) {
        return Tenancy.call(Actor.hub(), () -> references.list(trade.supplier)).stream().filter(entry -> entry.theirs().equals(theirs)).toList();
    }

    private String page() {
        return "/partners/" + trade.supplier + "/cross-references";
    }

    @Test
    void anEntryIsAddedRemovedAndPutBack() throws Exception {
        mvc.perform(post(page()).param("kind", "unit").param("theirs", "STCK").param("ours", "PCE").with(operator()).with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(entries("STCK")).singleElement().satisfies(entry -> assertThat(entry.kind()).isEqualTo(CrossReference.Kind.UNIT));
        mvc.perform(get(page()).with(operator())).andExpect(content().string(containsString("STCK")));

        mvc.perform(post(page() + "/" + entries("STCK").getFirst().id() + "/removal").with(operator()).with(csrf()))
                .andExpect(redirectedUrlPattern(page() + "?*theirs=STCK*"));
        assertThat(entries("STCK")).isEmpty();
        mvc.perform(get(page()).param("kind", "unit").param("theirs", "STCK").param("ours", "PCE").with(operator()))
                .andExpect(content().string(containsString("value=\"STCK\"")));
    }

    @Test
    void whatIsMissingStandsBesideItsField() throws Exception {
        mvc.perform(post(page()).param("kind", "unit").param("theirs", "").param("ours", "PCE").param("from", "2026-02-01").param("until", "2026-01-01")
                        .with(operator()).with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("id=\"theirs-error\"")))
                .andExpect(content().string(containsString("id=\"until-error\"")))
                .andExpect(content().string(containsString("value=\"PCE\"")));
    }

    @Test
    void aTableIsTakenWholeOrNotAtAllAndGivenBack() throws Exception {
        String wrong = "kind,theirs,ours,from,until\nunit,KTN1,XCT,2026-01-01,\nunits,KTN2,XCT,,\nunit,KTN3,,2026-01-01,\n";
        mvc.perform(post(page() + "/import").param("csv", wrong).with(operator()).with(csrf()))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Line 3: kind")))
                .andExpect(content().string(containsString("Line 4: ours")));
        assertThat(entries("KTN1")).isEmpty();

        String right = "kind;theirs;ours;from;until\nunit;\"KTN;1\";XCT;2026-01-01;2026-12-31\nlocation;LAGER;4012345500004;;\n";
        mvc.perform(post(page() + "/import").param("csv", right).with(operator()).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get(page() + ".csv").with(operator()))
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(content().string(containsString("unit,KTN;1,XCT,2026-01-01,2026-12-31")));
    }

    @Test
    void aCompanySeesItsOwnEntriesAndChangesNone() throws Exception {
        mvc.perform(get(page()).with(as(trade.supplier, Role.ORGANISATION_ADMIN)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("cross-reference-form"))));
        mvc.perform(post(page()).param("kind", "unit").param("theirs", "X").param("ours", "PCE").with(as(trade.supplier, Role.ORGANISATION_ADMIN)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(get(page()).with(as(trade.buyer, Role.ORGANISATION_ADMIN))).andExpect(status().isNotFound());
    }
}
