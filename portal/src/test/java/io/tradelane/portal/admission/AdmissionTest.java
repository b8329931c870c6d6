package io.tradelane.portal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.tradelane.portal.Letters;
import io.tradelane.portal.PortalTest;
import io.tradelane.trading.admission.Admission;
import io.tradelane.trading.admission.AdmissionState;
import io.tradelane.trading.admission.Admissions;
import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** From the public form to the first administrator at work. */
class AdmissionTest extends PortalTest {
    private static final byte[] PDF = "%PDF-1.7 licence".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private Admissions admissions;

    @Autowired
    private Organisations organisations;

    @Autowired
    private Users users;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    private String email;
    private String name;

    @BeforeEach
    void nobodyWaits() {
        jdbc.sql("delete from sign_in_throttle").update();
        email = "apply-" + Ids.next() + "@example.com";
        name = "Applicant " + Ids.next();
    }

    @Test
    void aCompanyRegistersIsReviewedAdmittedAndWorks() throws Exception {
        String application = registered();
        mvc.perform(get(application)).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"confirm\"")));
        mvc.perform(get("/admissions").with(operator())).andExpect(content().string(not(containsString(name))));
        mvc.perform(post(application + "/confirmation").with(csrf())).andExpect(redirectedUrl(application));
        mvc.perform(post(application + "/submission").with(csrf())).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("business licence is needed")));
        String uscc = uscc();
        mvc.perform(profile(application, uscc.substring(0, 17) + (uscc.endsWith("A") ? "B" : "A"))).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("does not fit")));
        mvc.perform(profile(application, uscc)).andExpect(redirectedUrl(application));
        mvc.perform(upload(application, "licence.pdf", PDF)).andExpect(redirectedUrl(application));
        mvc.perform(post(application + "/submission").with(csrf())).andExpect(redirectedUrl(application));
        mvc.perform(profile(application, uscc)).andExpect(redirectedUrl(application));
        assertThat(admission().application().identifiers()).containsEntry("USCC", uscc);
        assertThat(admission().state()).isEqualTo(AdmissionState.SUBMITTED);

        String page = "/admissions/" + admission().id();
        RequestPostProcessor first = signedIn(trade.operator, "hub@example.com", Role.OPERATOR);
        RequestPostProcessor second = signedIn(trade.operator, "operator@example.com", Role.OPERATOR);
        mvc.perform(post(page + "/review").with(first).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(post(page + "/question").param("question", "Which plant makes the bolts?").with(first).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(Letters.latest(notices, email)).contains("Which plant makes the bolts?");
        mvc.perform(get(application)).andExpect(content().string(containsString("Which plant makes the bolts?")));
        mvc.perform(post(application + "/submission").with(csrf())).andExpect(redirectedUrl(application));
        mvc.perform(get(page + "/documents/" + admission().documents().getFirst().id()).with(first)).andExpect(content().bytes(PDF)).andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(post(page + "/approval").with(first).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(admission().state()).as("who took the review up does not admit").isEqualTo(AdmissionState.UNDER_REVIEW);
        mvc.perform(post(page + "/approval").with(second).with(csrf())).andExpect(redirectedUrl(page));
        assertThat(admission().state()).isEqualTo(AdmissionState.QUALIFIED);
        assertThat(hub(() -> organisations.byIdentifier("USCC", uscc)).orElseThrow().name()).isEqualTo(name);

        String join = Letters.link(notices, email);
        mvc.perform(post(join).param("name", "Lin Yue").param("password", "eleven quiet bridges").with(csrf())).andExpect(redirectedUrl("/sign-in?invited"));
        assertThat(admission().state()).isEqualTo(AdmissionState.ACTIVE);
        assertThat(hub(() -> users.findByEmail(email)).orElseThrow().memberships()).extracting(place -> place.role()).containsExactlyInAnyOrder(Role.SUPPLIER_SALES, Role.ORGANISATION_ADMIN);
        mvc.perform(get(page).with(first)).andExpect(content().string(containsString("The first administrator joined")));
    }

    @Test
    void aRejectedCompanyLearnsWhy() throws Exception {
        String application = submitted();
        String page = "/admissions/" + admission().id();
        mvc.perform(post(page + "/rejection").param("reason", "no").with(operator()).with(csrf()));
        assertThat(admission().state()).as("a reason is needed").isEqualTo(AdmissionState.SUBMITTED);
        mvc.perform(post(page + "/rejection").param("reason", "We only admit makers.").with(operator()).with(csrf()));
        assertThat(admission().state()).isEqualTo(AdmissionState.REJECTED);
        assertThat(Letters.latest(notices, email)).contains("We only admit makers.");
        mvc.perform(get(application)).andExpect(content().string(containsString("We only admit makers.")));
    }

    @Test
    void aFileIsWhatItsBytesSay() throws Exception {
        String application = registered();
        mvc.perform(post(application + "/confirmation").with(csrf()));
        mvc.perform(upload(application, "licence.pdf", "<html>hello".getBytes(StandardCharsets.UTF_8))).andExpect(status().isUnprocessableContent());
        mvc.perform(upload(application, "bomb.pdf", new byte[] {'P', 'K', 3, 4})).andExpect(status().isUnprocessableContent());
        mvc.perform(upload(application, "empty.pdf", new byte[0])).andExpect(status().isUnprocessableContent());
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        mvc.perform(upload(application, "large.pdf", large)).andExpect(status().isUnprocessableContent());
        mvc.perform(upload(application, "../../licence.pdf", PDF)).andExpect(redirectedUrl(application));
        mvc.perform(upload(application, "again.pdf", PDF)).andExpect(status().isUnprocessableContent());
        assertThat(admission().documents()).hasSize(1).first().matches(one -> one.fileName().equals("licence.pdf") && one.mediaType().equals("application/pdf"));
    }

    @Test
    void theAnswerIsTheSameForACompanyThatRegisteredBefore() throws Exception {
        String link = registered();
        assertThat(registered()).isEqualTo(link);
    }

    @Test
    void aNumberOfAnotherCompanyIsRefused() throws Exception {
        String application = registered();
        mvc.perform(post(application + "/confirmation").with(csrf()));
        mvc.perform(profile(application, uscc()).param("gln", "6909876000012")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("Another company")));
    }

    @Test
    void formsTakeNothingThatIsNotRight() throws Exception {
        String script = "<script>alert(1)</script>";
        mvc.perform(register().param("email", "no address").param("country", "XX")).andExpect(status().isUnprocessableContent());
        mvc.perform(register().param("email", email).param("country", "DE").param("phone", "x".repeat(101))).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/register").param("name", script).param("kind", "operator").with(csrf())).andExpect(status().isUnprocessableContent()).andExpect(content().string(not(containsString(script))));
        mvc.perform(get("/applications/' or 1=1 --")).andExpect(status().isNotFound());
    }

    @Test
    void onlyWhoRunsTheHubSeesApplications() throws Exception {
        submitted();
        String page = "/admissions/" + admission().id();
        for (RequestPostProcessor other : List.of(buyer(), supplier())) {
            mvc.perform(get(page).with(other)).andExpect(status().isForbidden());
        }
        mvc.perform(get(page).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(post(page + "/approval").with(stranger()).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(get(page).with(as(trade.operator, Role.AUDITOR))).andExpect(status().isOk());
        mvc.perform(get("/api/v1" + page).with(key(trade.otherBuyer))).andExpect(status().isNotFound());
    }

    private String submitted() throws Exception {
        String application = registered();
        mvc.perform(post(application + "/confirmation").with(csrf()));
        mvc.perform(profile(application, uscc())).andExpect(redirectedUrl(application));
        mvc.perform(upload(application, "licence.pdf", PDF)).andExpect(redirectedUrl(application));
        mvc.perform(post(application + "/submission").with(csrf())).andExpect(redirectedUrl(application));
        return application;
    }

    private String registered() throws Exception {
        mvc.perform(register().param("email", email).param("country", "CN")).andExpect(status().isOk()).andExpect(content().string(containsString("data-testid=\"registered\"")));
        return Letters.link(notices, email);
    }

    private MockHttpServletRequestBuilder register() {
        return post("/register").param("name", name).param("kind", "supplier").param("currency", "CNY").param("contactName", "Lin Yue").with(csrf()).header("Accept-Language", "en");
    }

    private MockHttpServletRequestBuilder profile(String application, String uscc) {
        return post(application).param("name", name).param("kind", "supplier").param("country", "CN").param("currency", "CNY").param("contactName", "Lin Yue")
                .param("street", "Gongye Road 8").param("city", "Ningbo").param("phone", "+86 574 0000").param("category", "Fasteners").param("region", "East China")
                .param("uscc", uscc).header("Accept-Language", "en").with(csrf());
    }

    private static RequestBuilder upload(String application, String fileName, byte[] content) {
        return multipart(application + "/documents").file(new MockMultipartFile("file", fileName, "application/pdf", content)).param("kind", "business_licence").with(csrf());
    }

    /** A new one with the right check character (GB 32100-2015). */
    private static String uscc() {
        String letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder code = new StringBuilder("91");
        java.util.concurrent.ThreadLocalRandom.current().ints(15, 0, letters.length()).forEach(i -> code.append(letters.charAt(i)));
        int sum = 0;
        int weight = 1;
        for (char c : code.toString().toCharArray()) {
            sum += letters.indexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(letters.charAt((31 - sum % 31) % 31)).toString();
    }

    private Admission admission() {
        return hub(() -> admissions.list(null)).stream().filter(one -> one.email().equals(email)).findFirst().orElseThrow();
    }

    private static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }
}
