package io.tradelane.portal.chat;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.tradelane.portal.PortalTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;

/** What two companies say about an order, and what one of them notes. */
class ChatPagesTest extends PortalTest {

    private String order() {
        return trade.fullOrder.toString();
    }

    @Test
    void bothReadTheMessageAsTextAndTheNoteIsNotThereForTheOther() throws Exception {
        mvc.perform(multipart("/chats/order/" + order()).param("text", "Earlier? <script>alert(1)</script>").with(buyer()).with(csrf()))
                .andExpect(redirectedUrl("/chats/order/" + order()));
        mvc.perform(multipart("/chats/order/" + order()).param("text", "They are slow NOTE-7").param("internal", "true").with(buyer()).with(csrf()));
        mvc.perform(get("/chats/order/" + order()).with(buyer())).andExpect(content().string(containsString("NOTE-7")));
        mvc.perform(get("/chats/order/" + order()).with(supplier())).andExpect(status().isOk())
                .andExpect(content().string(containsString("Earlier? &lt;script&gt;"))).andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("NOTE-7"))));
        mvc.perform(get("/api/v1/chats/order/" + order()).with(supplier())).andExpect(status().isOk()).andExpect(content().string(not(containsString("NOTE-7"))));
        mvc.perform(get("/api/v1/chats").with(supplier())).andExpect(content().string(not(containsString("NOTE-7"))));
        mvc.perform(get("/orders/" + order()).with(supplier())).andExpect(content().string(containsString("data-testid=\"chat\"")));
        for (String address : new String[] {"/chats/order/" + order(), "/api/v1/chats/order/" + order()}) {
            mvc.perform(get(address).with(stranger())).andExpect(status().isNotFound());
        }
        mvc.perform(post("/api/v1/chats/order/" + order() + "/messages").contentType(MediaType.APPLICATION_JSON).content("{\"text\": \"hello\"}").with(stranger()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get("/chats/tractor/" + order()).with(buyer())).andExpect(status().isNotFound());
    }

    @Test
    void aFileGoesToTheOtherCompanyAndToNobodyElse() throws Exception {
        MockMultipartFile drawing = new MockMultipartFile("file", "图纸.pdf", "text/html", "%PDF-1.7 drawing".getBytes(StandardCharsets.US_ASCII));
        mvc.perform(multipart("/chats/order/" + order()).file(drawing).param("text", "").with(supplier()).with(csrf())).andExpect(redirectedUrl("/chats/order/" + order()));
        String chat = mvc.perform(get("/api/v1/chats/order/" + order()).with(buyer())).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        java.util.List<String> ids = JsonPath.read(chat, "$.messages[*].attachments[*].id");
        mvc.perform(get("/chats/attachments/" + ids.getLast()).with(buyer())).andExpect(status().isOk()).andExpect(content().bytes(drawing.getBytes()))
                .andExpect(header().string("Content-Type", "application/pdf")).andExpect(header().string("Content-Disposition", containsString("attachment")));
        mvc.perform(get("/chats/attachments/" + ids.getLast()).with(stranger())).andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/chats/order/" + order() + "/attachments?name=virus.exe").contentType(MediaType.APPLICATION_OCTET_STREAM).content("MZ").with(buyer()).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(jsonPath("$.errors[0].code").value("file-type"));
    }
}
