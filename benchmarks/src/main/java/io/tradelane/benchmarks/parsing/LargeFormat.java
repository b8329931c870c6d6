package io.tradelane.benchmarks.parsing;

import io.tradelane.mappings.Envelope;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.OrderDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The formats of which one interchange may hold any number of messages. JSON is no such: 50 MB are the most; a table is read whole, up to so many rows. */
enum LargeFormat {
    EDIFACT {
        @Override
        Stream<byte[]> pieces(int messages) {
            OrdersGenerator generator = new OrdersGenerator(42);
            return envelope(bytes(OrdersGenerator::header), IntStream.rangeClosed(1, messages).mapToObj(number -> bytes(out -> generator.message(out, number, LINES))),
                    bytes(out -> OrdersGenerator.trailer(out, messages)));
        }
    },
    X12 {
        @Override
        Stream<byte[]> pieces(int messages) {
            return X12Generator.pieces(messages, LINES);
        }
    },
    IDOC {
        @Override
        Stream<byte[]> pieces(int messages) {
            return orders(messages).map(order -> WRITER.write(List.of(order), Target.parse("idoc:ORDERS05-FLAT").orElseThrow(), envelope(order)));
        }
    },
    IDOC_XML {
        @Override
        Stream<byte[]> pieces(int messages) {
            return between("idoc:ORDERS05", "<IDOC", "</IDOC>", messages);
        }
    },
    SWIFT_MT {
        @Override
        Stream<byte[]> pieces(int messages) {
            return IntStream.rangeClosed(1, messages).mapToObj(LargeFormat::statement);
        }
    };

    static final int LINES = 100;
    private static final Translator WRITER = Translator.standard();

    /** Head, messages and tail, each made when it is asked for. */
    abstract Stream<byte[]> pieces(int messages);

    Iterator<byte[]> interchange(int messages) {
        return pieces(messages).iterator();
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Stream<byte[]> envelope(byte[] head, Stream<byte[]> messages, byte[] tail) {
        return Stream.concat(Stream.concat(Stream.of(head), messages), Stream.of(tail));
    }

    private static Envelope envelope(OrderDocument order) {
        return Envelope.of(new PartyAddress("5412345000013", "14"), new PartyAddress("4012345500004", "14"), order.number(), Instant.parse("2026-01-05T09:30:00Z"));
    }

    /** One order, as often as is asked for, each time under another number. */
    private static Stream<OrderDocument> orders(int count) {
        OrderDocument order = order();
        return IntStream.rangeClosed(1, count).mapToObj(number -> new OrderDocument(
                "PO-" + number, order.kind(), order.function(), order.issueDate(), order.requestedDelivery(), order.currency(), order.parties(),
                order.references(), order.paymentTerms(), order.note(), order.total(), order.lines()));
    }

    private static OrderDocument order() {
        OrderDocument[] read = new OrderDocument[1];
        try {
            WRITER.read(new ByteArrayInputStream(OrdersGenerator.interchange(1, LINES)), ReadOptions.defaults(),
                    message -> read[0] = (OrderDocument) message.document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read[0];
    }

    /**
     * What stands before the first message of an interchange of one, that message as often as is asked for, each time under
     * another number, and what stands behind it.
     *
     * @param end the last characters of a message
     */
    private static Stream<byte[]> between(String target, String begin, String end, int messages) {
        OrderDocument order = orders(1).findFirst().orElseThrow();
        String whole = new String(WRITER.write(List.of(order), Target.parse(target).orElseThrow(), envelope(order)), StandardCharsets.UTF_8);
        int from = whole.indexOf(begin);
        int to = whole.indexOf(end) + end.length();
        String message = whole.substring(from, to);
        return envelope(whole.substring(0, from).getBytes(StandardCharsets.UTF_8),
                IntStream.rangeClosed(1, messages).mapToObj(number -> message.replace("PO-1", "PO-" + number).getBytes(StandardCharsets.UTF_8)),
                whole.substring(to).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] statement(int number) {
        StringBuilder out = new StringBuilder(16_384);
        out.append("{1:F01BANKDEFFAXXX0000000000}{2:O9400000260105BANKDEFFAXXX00000000002601050000N}{4:\r\n:20:ST").append(number)
                .append("\r\n:25:50070010/0123456789\r\n:28C:").append(1 + number % 99_999).append("/1\r\n:60F:C260105EUR0,00\r\n");
        for (int entry = 1; entry <= LINES; entry++) {
            out.append(":61:2601050105C1,00NTRFE2E-").append(entry).append("//B").append(entry)
                    .append("\r\n:86:166?00CREDIT TRANSFER?20EREF+E2E-").append(entry).append("?21SVWZ+INVOICE ").append(4000 + entry)
                    .append("?32MUSTER GMBH\r\n");
        }
        return text(out.append(":62F:C260105EUR").append(LINES).append(",00\r\n-}").toString());
    }
}
