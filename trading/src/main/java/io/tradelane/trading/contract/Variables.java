package io.tradelane.trading.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What names in double braces in a clause stand for: {@code number}, {@code title}, {@code buyer}, {@code supplier}, {@code currency}, {@code total},
 * {@code startsOn}, {@code endsOn}, {@code paymentTerms}, {@code deliveryTerms}, and the contract's parameters. They are put in when a
 * contract is read, so that a figure in the text is always the one of the lines.
 */
public final class Variables {
    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]{0,40})\\s*}}");
    private static final String OPEN_EN = "until terminated";
    private static final String OPEN_ZH = "直至终止";
    private final Map<String, String> english;
    private final Map<String, String> chinese;

    private Variables(Map<String, String> english, Map<String, String> chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    static Variables of(ContractTwin twin) {
        Map<String, String> english = new LinkedHashMap<>(twin.params());
        english.put("number", twin.number());
        english.put("title", twin.title());
        english.put("buyer", twin.buyer().name());
        english.put("supplier", twin.supplier().name());
        english.put("currency", twin.currency());
        english.put("total", twin.total() == null ? "–" : twin.total());
        english.put("startsOn", twin.startsOn().toString());
        english.put("endsOn", twin.endsOn() == null ? OPEN_EN : twin.endsOn().toString());
        english.put("paymentTerms", said(twin.paymentTerms()));
        english.put("deliveryTerms", said(twin.deliveryTerms()));
        Map<String, String> chinese = new LinkedHashMap<>(english);
        chinese.put("buyer", local(twin.buyer()));
        chinese.put("supplier", local(twin.supplier()));
        chinese.put("endsOn", twin.endsOn() == null ? OPEN_ZH : twin.endsOn().toString());
        return new Variables(english, chinese);
    }

    private static String said(@Nullable String terms) {
        return terms == null ? "–" : terms;
    }

    private static String local(ContractTwin.Party party) {
        return party.nameLocal() == null ? party.name() : party.nameLocal();
    }

    String english(String text) {
        return resolve(text, english);
    }

    String chinese(String text) {
        return resolve(text, chinese);
    }

    /** Names in the text that stand for nothing. */
    Set<String> unknown(String text) {
        Set<String> unknown = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            if (!english.containsKey(matcher.group(1))) {
                unknown.add(matcher.group(1));
            }
        }
        return unknown;
    }

    private static String resolve(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
