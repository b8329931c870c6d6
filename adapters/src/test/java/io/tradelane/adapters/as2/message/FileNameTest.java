package io.tradelane.adapters.as2.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "attachment; filename=orders.edi                                        | orders.edi",
        "attachment; filename=\"order 4711 (2).edi\"                            | order 4711 (2).edi",
        "Attachment; filename*=UTF-8''%E8%AE%A2%E5%8D%95.edi                  | 订单.edi",
        "attachment; filename*0*=UTF-8''%E8%AE%A2; filename*1*=%E5%8D%95.edi | 订单.edi",
        "attachment; filename=\"=?UTF-8?B?6K6i5Y2VLmVkaQ==?=\"                  | 订单.edi"})
    void nameIsReadInEveryFormThatProductsWriteItIn(String disposition, String name) {
        assertThat(FileName.of(disposition)).contains(name);
    }

    @Test
    void utf8ThatStandsInAHeaderAsItIsIsUnderstood() {
        String bytes = new String("订单.edi".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(FileName.of("attachment; filename=\"" + bytes + "\"")).contains("订单.edi");
    }

    @Test
    void latin1StaysWhatItIs() {
        assertThat(FileName.of("attachment; filename=\"M\u00fcller.edi\"")).contains("M\u00fcller.edi");
    }

    @Test
    void unsignedReceiptIsAskedForWithAHash() {
        var asked = ReceiptRequest.of(new ReceiptRequest(false, Digest.SHA_384, null).headers("HUB")).orElseThrow();
        assertThat(asked).isEqualTo(new ReceiptRequest(false, Digest.SHA_384, null));
    }

    @Test
    void starThatBelongsToTheNameIsNoForm() {
        assertThat(FileName.of("attachment; filename=\"a*b.edi\"")).contains("a*b.edi");
    }
}
