package io.tradelane.mappings.judges;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.Tag;
import com.prowidesoftware.swift.model.field.Field;
import com.prowidesoftware.swift.model.mt.AbstractMT;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.Samples;
import io.tradelane.mappings.Samples.Written;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Prowide Core knows every message, field and component of what is written for SWIFT, and would write them the same. */
class ProwideMtTest {

    static Stream<Written> messages() {
        return Samples.written(target -> target.format() == Format.SWIFT_MT);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsEveryFieldAsItWasMeant(Written written) throws Exception {
        String text = new String(written.bytes(), StandardCharsets.US_ASCII);

        AbstractMT message = AbstractMT.parse(text);

        assertThat(message).as(text).isNotNull();
        assertThat(message.getMessageType()).isEqualTo(written.target().version().substring(2));
        assertThat(message.getClass().getSimpleName()).isEqualTo(written.target().version());
        SwiftMessage parsed = message.getSwiftMessage();
        assertThat(IntStream.range(0, parsed.getUnparsedTextsSize()).mapToObj(parsed::unparsedTextGetText)).as("behind the message").allMatch(String::isBlank);
        for (Tag tag : parsed.getBlock4().getTags()) {
            Field field = tag.asField();
            assertThat(field).as(tag.getName()).isNotNull();
            assertThat(field.getValue().replace("\r\n", "\n")).as(tag.getName()).isEqualTo(tag.getValue().replace("\r\n", "\n"));
            assertThat(IntStream.rangeClosed(1, field.componentsSize()).mapToObj(field::getComponent).filter(Objects::nonNull))
                    .as(tag.getName()).isNotEmpty();
        }
        assertThat(message.message().replace("\r\n", "\n").strip()).isEqualTo(text.replace("\r\n", "\n").strip());
    }
}
