package io.tradelane.portal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.PortalTest;
import io.tradelane.portal.access.SignedInUser;
import io.tradelane.portal.access.SignedInUser.Place;
import io.tradelane.portal.frame.Formats;
import io.tradelane.trading.approval.ApprovalPolicies;
import io.tradelane.trading.approval.ApprovalRule;
import io.tradelane.trading.contract.ContractFile;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractState;
import io.tradelane.trading.contract.ContractTemplates;
import io.tradelane.trading.contract.ContractType;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.partner.Users;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A framework agreement from its first draft to two signatures, as each side sees it, and what a changed byte does. */
class ContractPagesTest extends PortalTest {
    @Autowired private Contracts contracts;
    @Autowired private ApprovalPolicies policies;
    @Autowired private ContractTemplates templates;
    @Autowired private ContractAuthority authority;
    @Autowired private Organisations organisations;
    @Autowired private Users users;
    @Autowired private PasswordEncoder passwords;
    @Autowired private Formats formats;
    @TempDir private Path folder;

    private RequestPostProcessor signer(UUID organisation, String name, Role role) {
        Organisation found = Tenancy.call(Actor.hub(), () -> organisations.find(organisation)).orElseThrow();
        UUID id = Tenancy.call(Actor.hub(), () -> users.create(UUID.randomUUID() + "@example.com", name, Locale.ENGLISH, passwords.encode("secret"),
                List.of(new Membership(organisation, role))));
        Place place = new Place(found.id(), found.name(), found.nameLocal(), found.kind(), Set.of(role));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(new SignedInUser(id, "x@example.com", name, place, List.of(place)), null, List.of()));
    }

    private ContractView seen(UUID id) {
        return Tenancy.call(Actor.hub(), () -> contracts.find(id)).orElseThrow();
    }

    private MockHttpServletRequestBuilder said(UUID id, String what) {
        return post("/contracts/" + id + "/" + what).param("version", "" + seen(id).version()).with(csrf());
    }

    private UUID drafted() throws Exception {
        String template = Tenancy.call(Actor.person(trade.buyer, UUID.randomUUID(), "x"), () -> templates.list()).stream()
                .filter(one -> one.type() == ContractType.FRAMEWORK).findFirst().orElseThrow().id().toString();
        String edit = mvc.perform(post("/contracts/new").param("template", template).param("counterparty", trade.supplier.toString()).param("side", "BUYER")
                .with(buyer()).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return UUID.fromString(edit.replaceAll("/contracts/(.*)/edit", "$1"));
    }

    private MockHttpServletRequestBuilder text(UUID id, String price, String action) {
        Map<String, String> fields = ContractFields.initial(ContractFormPage.form(seen(id).current()), formats);
        fields.putAll(Map.of("title", "螺栓框架协议 <b>2027</b>", "article-0", "DIN933-M8X40", "description-0", "六角螺栓 M8×40", "quantity-0", "1000", "unit-0", "PCE", "price-0", price,
                "action", action, "version", "" + seen(id).version()));
        MockHttpServletRequestBuilder request = post("/contracts/" + id + "/edit").with(csrf());
        fields.forEach(request::param);
        return request;
    }

    private UUID agreed() throws Exception {
        UUID id = drafted();
        mvc.perform(text(id, "0.42", "propose").with(buyer())).andExpect(redirectedUrl("/contracts/" + id));
        mvc.perform(said(id, "acceptance").with(supplier())).andExpect(redirectedUrl("/contracts/" + id));
        return id;
    }

    private byte[] signed(UUID id) throws Exception {
        for (RequestPostProcessor who : List.of(signer(trade.supplier, "陈静", Role.SUPPLIER_SALES), signer(trade.buyer, "Anna Berg", Role.BUYER_APPROVER))) {
            mvc.perform(post("/contracts/key").with(who).with(csrf())).andExpect(redirectedUrl("/contracts/key"));
            mvc.perform(get("/contracts/key").with(who)).andExpect(status().isOk()).andExpect(content().string(containsString("Tradelane contract authority")));
            mvc.perform(said(id, "signature").param("password", "guessed").with(who)).andExpect(redirectedUrl("/contracts/" + id));
            mvc.perform(post("/api/v1/contracts/" + id + "/signature").header("If-Match", "\"" + seen(id).version() + "\"").with(who).with(csrf())).andExpect(status().isForbidden());
            int before = seen(id).current().signatures().size();
            mvc.perform(said(id, "signature").param("password", "secret").with(who)).andExpect(redirectedUrl("/contracts/" + id));
            assertThat(seen(id).current().signatures()).hasSize(before + 1);
        }
        return Tenancy.call(Actor.hub(), () -> contracts.paper(seen(id).current().id())).map(ContractFile::content).orElseThrow();
    }

    @Test
    void theTextGoesToAndFroAndEachSideSeesWhatIsOtherwise() throws Exception {
        UUID id = drafted();
        mvc.perform(get("/contracts/" + id).with(supplier())).andExpect(status().isNotFound());
        mvc.perform(said(id, "proposal").with(buyer())).andExpect(redirectedUrl("/contracts/" + id + "/edit"));
        mvc.perform(text(id, "many", "propose").with(buyer())).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"price-0-error\"")));
        mvc.perform(text(id, "0.42", "propose").with(buyer())).andExpect(redirectedUrl("/contracts/" + id));
        mvc.perform(get("/contracts/" + id).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"accept\"")))
                .andExpect(content().string(containsString("&lt;b&gt;2027")));
        mvc.perform(text(id, "0.45", "propose").with(supplier())).andExpect(redirectedUrl("/contracts/" + id));
        mvc.perform(get("/contracts/" + id).with(buyer()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(content().string(containsString("data-testid=\"changes\"")))
                .andExpect(content().string(containsString("¥0.42"))).andExpect(content().string(containsString("¥0.45"))).andExpect(content().string(containsString("违约责任")));
        mvc.perform(post("/contracts/" + id + "/acceptance").param("version", "1").with(buyer()).with(csrf())).andExpect(redirectedUrl("/contracts/" + id));
        assertThat(seen(id).state()).as("somebody else was quicker").isEqualTo(ContractState.NEGOTIATING);
        mvc.perform(get("/api/v1/contracts/" + id).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/contracts/" + id + "/versions/2/paper.pdf").with(stranger())).andExpect(status().isNotFound());
        mvc.perform(get("/contracts").with(buyer())).andExpect(content().string(containsString(seen(id).number())));
        mvc.perform(get("/contracts").with(stranger())).andExpect(content().string(not(containsString(seen(id).number()))));
    }

    @Test
    void bothSignOneOverTheOtherAndAJudgeOfItsOwnAgrees() throws Exception {
        UUID id = agreed();
        byte[] pdf = signed(id);
        assertThat(seen(id).state()).isEqualTo(ContractState.EFFECTIVE);
        assertThat(PadesVerifier.verify(pdf, authority.trusted())).extracting(one -> one.signer() + " " + one.indication())
                .containsExactly("陈静 TOTAL_PASSED", "Anna Berg TOTAL_PASSED");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("螺栓框架协议", "六角螺栓 M8×40", "违约责任", seen(id).number(), seen(id).current().sha256().substring(0, 20));
            assertThat(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()).containsKey(ContractPaper.TWIN);
            Files.writeString(folder.resolve("root.pem"), new SigningIdentity(null, authority.trusted()).certificatePem());
            for (PDSignature signature : document.getSignatureDictionaries()) {
                assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
                Files.write(folder.resolve("signed"), signature.getSignedContent(pdf));
                Files.write(folder.resolve("signature.der"), signature.getContents());
                Process openssl = new ProcessBuilder("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature.der", "-content", "signed", "-CAfile", "root.pem",
                        "-purpose", "any", "-out", "out").directory(folder.toFile()).redirectErrorStream(true).start();
                String said = new String(openssl.getInputStream().readAllBytes());
                assertThat(openssl.waitFor()).as(said).isZero();
            }
        }
        mvc.perform(multipart("/verification").file(new MockMultipartFile("file", "c.pdf", "application/pdf", pdf)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("data-verdict=\"WHOLE\"")));
        mvc.perform(get("/verification?sha256=" + seen(id).current().paper().sha256())).andExpect(content().string(containsString("data-verdict=\"WHOLE\"")));
        mvc.perform(get("/verification?sha256=" + "0".repeat(64))).andExpect(status().isOk()).andExpect(content().string(containsString("No such file was made here.")));
    }

    @Test
    void anyChangedByteIsShownAsBroken() throws Exception {
        byte[] pdf = signed(agreed());
        for (int i = 0; i < pdf.length; i += Math.max(1, pdf.length / 60)) {
            byte[] changed = pdf.clone();
            changed[i] ^= 1;
            String page = mvc.perform(multipart("/verification").file(new MockMultipartFile("file", "c.pdf", "application/pdf", changed)).with(csrf()))
                    .andReturn().getResponse().getContentAsString();
            assertThat(page).as("byte " + i).contains("data-tone=\"bad\"").doesNotContain("data-verdict=\"WHOLE\"");
        }
        byte[] longer = java.util.Arrays.copyOf(pdf, pdf.length + 1);
        assertThat(PadesVerifier.verify(longer, authority.trusted()).getLast().indication()).isEqualTo(PadesVerifier.Indication.TOTAL_FAILED);
    }

    @Test
    void aBuyerOrdersFromItInTheBrowserAndByTheApi() throws Exception {
        UUID id = agreed();
        signed(id);
        mvc.perform(post("/contracts/" + id + "/call-off").param("version", "" + seen(id).version()).param("quantity-0", "2000").with(buyer()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("That is more than is left of the contract.")));
        String order = mvc.perform(post("/contracts/" + id + "/call-off").param("version", "" + seen(id).version()).param("quantity-0", "400").with(buyer()).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        mvc.perform(get(order).with(supplier())).andExpect(status().isOk()).andExpect(content().string(containsString("168.00")));
        mvc.perform(post("/api/v1/contracts/" + id + "/call-offs").contentType(MediaType.APPLICATION_JSON).header("If-Match", "\"" + seen(id).version() + "\"")
                .content("{\"lines\": [{\"lineNumber\": \"1\", \"quantity\": 600}]}").with(buyer()).with(csrf())).andExpect(status().isOk()).andExpect(jsonPath("$.order").exists());
        assertThat(seen(id).state()).isEqualTo(ContractState.FULFILLED);
    }

    @Test
    void anOrderFromItBeyondTheRulesWaitsForSomebodyWhoApproves() throws Exception {
        UUID id = agreed();
        signed(id);
        Actor administrator = Actor.person(trade.buyer, UUID.randomUUID(), "x");
        Tenancy.run(administrator, () -> policies.addRule(trade.buyer, new ApprovalRule.Form("All", 1, java.math.BigDecimal.ZERO, "CNY", null, null, false, null, null)));
        try {
            mvc.perform(post("/contracts/" + id + "/call-off").param("version", "" + seen(id).version()).param("quantity-0", "400").with(buyer()).with(csrf()))
                    .andExpect(redirectedUrl("/contracts/" + id + "/call-off"));
            mvc.perform(get("/contracts/" + id + "/call-off").with(buyer()).locale(Locale.SIMPLIFIED_CHINESE)).andExpect(content().string(containsString("data-testid=\"wanting\"")))
                    .andExpect(content().string(containsString("168.00"))).andExpect(content().string(not(containsString("??"))));
            mvc.perform(post("/contracts/" + id + "/call-off/recall").with(stranger()).with(csrf())).andExpect(status().isNotFound());
            mvc.perform(post("/contracts/" + id + "/call-off/recall").with(buyer()).with(csrf())).andExpect(redirectedUrl("/contracts/" + id + "/call-off"));
            String asked = mvc.perform(post("/api/v1/contracts/" + id + "/call-offs").contentType(MediaType.APPLICATION_JSON).header("If-Match", "\"" + seen(id).version() + "\"")
                    .content("{\"lines\": [{\"lineNumber\": \"1\", \"quantity\": 500}]}").with(buyer()).with(csrf())).andExpect(status().isAccepted()).andReturn().getResponse().getContentAsString();
            String request = asked.replaceAll("(?s).*?([0-9a-f]{8}-[0-9a-f-]{27}).*", "$1");
            RequestPostProcessor approver = signedIn(trade.buyer, "buyer_approver@example.com", Role.BUYER_APPROVER);
            mvc.perform(get("/approvals/" + request).with(approver)).andExpect(status().isOk()).andExpect(content().string(containsString("/contracts/" + id))).andExpect(content().string(containsString("500")));
            mvc.perform(post("/approvals/" + request + "/decision").param("approve", "true").param("version", "1").with(approver).with(csrf())).andExpect(redirectedUrl("/approvals/" + request));
            assertThat(seen(id).inForce().lines().getFirst().remaining()).isEqualByComparingTo("500");
        } finally {
            Tenancy.run(administrator, () -> policies.rules(trade.buyer).forEach(rule -> policies.removeRule(trade.buyer, rule.id())));
        }
    }

    @Test
    void aKeyThatIsNoneIsRefused() throws Exception {
        MockMultipartFile wrong = new MockMultipartFile("file", "key.p12", "application/x-pkcs12", "nothing".getBytes());
        mvc.perform(multipart("/contracts/key/upload").file(wrong).param("password", "x").with(signer(trade.buyer, "Anna", Role.BUYER_APPROVER)).with(csrf()))
                .andExpect(redirectedUrl("/contracts/key"));
        mvc.perform(get("/contracts/templates").with(buyer())).andExpect(status().isOk());
        UUID offered = Tenancy.call(Actor.hub(), () -> templates.list()).stream().filter(one -> one.owner() == null).findFirst().orElseThrow().id();
        mvc.perform(get("/contracts/templates/" + offered).with(buyer())).andExpect(status().isOk()).andExpect(content().string(containsString("penaltyPercent")));
        mvc.perform(get("/contracts/new").with(supplier())).andExpect(status().isOk());
        String stranger = trade.otherBuyer.toString();
        mvc.perform(get("/contracts/new").with(buyer())).andExpect(content().string(containsString(trade.supplier.toString()))).andExpect(content().string(not(containsString(stranger))));
        String name = Tenancy.call(Actor.hub(), () -> organisations.find(trade.otherBuyer)).orElseThrow().name();
        mvc.perform(get("/contracts/new").param("q", name.toUpperCase(Locale.ROOT)).with(buyer())).andExpect(content().string(containsString(stranger)));
        mvc.perform(get("/contracts/new").param("q", "nobody of that name").with(buyer())).andExpect(content().string(not(containsString(stranger))));
        mvc.perform(get("/contracts/key").with(buyer())).andExpect(status().isForbidden());
    }
}
