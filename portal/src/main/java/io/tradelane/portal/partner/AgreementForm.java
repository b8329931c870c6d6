package io.tradelane.portal.partner;

import io.tradelane.portal.frame.FormValues;
import io.tradelane.portal.frame.Problems;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.AgreementTerms.Sending;
import io.tradelane.trading.partner.Batching;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.WrittenFormats;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is agreed about documents that go out, as fields. */
@Component
class AgreementForm {
    static final String USUAL_CHARSET = "UNOC";
    static final List<String> CHARSETS =
            List.of("UNOB", USUAL_CHARSET, "UNOD", "UNOE", "UNOF", "UNOG", "UNOH", "UNOI", "UNOJ", "UNOK", "UNOW");
    /** Of which several messages fit in one interchange. */
    static final Set<String> GATHERED = Set.of(WrittenFormats.EDIFACT, "X12");
    private static final Pattern DIRECTORY = Pattern.compile("D\\d\\d[ABC]");
    private static final int LONGEST_ADDRESS = 35; // data elements 0004 and 0010
    private static final int LONGEST_QUALIFIER = 4; // data element 0007
    private static final int LONGEST_CODE = 6; // data element 0057
    private static final String QUALIFIER_GS1 = "14";
    private final ObjectProvider<WrittenFormats> formats;
    private final Words words;

    AgreementForm(ObjectProvider<WrittenFormats> formats, Words words) {
        this.formats = formats;
        this.words = words;
    }

    static Map<String, String> values(Sending terms) {
        Map<String, String> values = new HashMap<>(Map.of("version", shown(terms), "charset", terms.charset(), "senderId", terms.senderId(),
                "receiverId", terms.receiverId()));
        values.put("association", terms.association());
        values.put("senderQualifier", terms.senderQualifier());
        values.put("receiverQualifier", terms.receiverQualifier());
        values.put("channel", terms.channel() == null ? "" : terms.channel().toString());
        values.put("acknowledgement", String.valueOf(terms.acknowledgementRequested()));
        values.put("test", String.valueOf(terms.test()));
        values.put("batchMessages", terms.batching().gathers() ? Integer.toString(terms.batching().messages()) : "");
        values.put("batchMinutes", terms.batching().gathers() ? Integer.toString(terms.batching().minutes()) : "");
        AcknowledgementForm.values(terms.acknowledgements(), values);
        return values;
    }

    /** As it is typed: the directory of EDIFACT; of another format its name and version. */
    private static String shown(Sending agreement) {
        return agreement.format().equals(WrittenFormats.EDIFACT) ? agreement.version()
                : agreement.version().isEmpty() ? agreement.format() : agreement.format() + ":" + agreement.version();
    }

    /** @return null when something is wrong */
    @Nullable Agreement read(UUID id, @Nullable Organisation sender, Organisation receiver, @Nullable DocumentType type,
            @Nullable UUID channel, Map<String, String> typed, Problems problems) {
        FormValues values = new FormValues(typed, problems, words);
        String version = typed.getOrDefault("version", "").strip().toUpperCase(Locale.ROOT);
        WrittenFormats known = formats.getIfAvailable();
        if (known != null && type != null && !known.of(type).contains(version)) {
            problems.add("version", words.text("agreement.problem.version"));
        }
        String association = values.text("association", LONGEST_CODE);
        String charset = typed.getOrDefault("charset", USUAL_CHARSET);
        if (!charset.matches("UNO[A-KWY]")) {
            problems.add("charset", words.text("problem.choice"));
        }
        String from = sender == null ? null : address(values, "senderId", sender, problems);
        String to = address(values, "receiverId", receiver, problems);
        if (!problems.isEmpty() || sender == null || type == null || from == null || to == null) {
            return null;
        }
        String fromQualifier = qualifier(values, "senderQualifier", from, sender);
        String toQualifier = qualifier(values, "receiverQualifier", to, receiver);
        if (!problems.isEmpty()) {
            return null;
        }
        boolean directory = DIRECTORY.matcher(version).matches();
        String format = directory ? WrittenFormats.EDIFACT : version.split(":", 2)[0];
        String ofFormat = directory ? version : version.substring(Math.min(version.length(), format.length() + 1));
        return new Agreement(id, sender.id(), receiver.id(), type, format, ofFormat, association, channel,
                values.ticked("acknowledgement"), from, fromQualifier, to, toQualifier, charset, values.ticked("test"));
    }

    /** Left blank: the company's GLN. */
    private @Nullable String address(FormValues values, String field, Organisation company, Problems problems) {
        String typed = values.text(field, LONGEST_ADDRESS);
        String address = typed == null ? company.gln() : typed;
        if (address == null) {
            problems.add(field, words.text("problem.required"));
        }
        return address;
    }

    /** Left blank: that of a GLN if the address is one, else none. */
    private static @Nullable String qualifier(FormValues values, String field, String address, Organisation of) {
        String typed = values.text(field, LONGEST_QUALIFIER);
        return typed == null && address.equals(of.gln()) ? QUALIFIER_GS1 : typed;
    }

    /** Left blank: each document goes alone. Left out of the form: as before. */
    Batching batching(Batching before, String format, Map<String, String> typed, FormValues values) {
        if (!typed.containsKey("batchMessages")) {
            return before;
        }
        Integer messages = whole(values, "batchMessages", Batching.MOST_MESSAGES);
        Integer minutes = whole(values, "batchMinutes", Batching.LONGEST_MINUTES);
        if (messages == null || messages <= 1) {
            return Batching.NONE;
        }
        if (minutes == null || minutes < 1) {
            values.wrong("batchMinutes", "agreement.problem.batch");
            return before;
        }
        if (!GATHERED.contains(format)) {
            values.wrong("batchMessages", "agreement.problem.batch.format");
            return before;
        }
        return new Batching(messages, minutes);
    }

    private static @Nullable Integer whole(FormValues values, String field, int most) {
        BigDecimal number = values.number(field);
        if (number != null && (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(most)) > 0)) {
            values.wrong(field, "agreement.problem.batch");
            return null;
        }
        return number == null ? null : number.intValue();
    }
}
