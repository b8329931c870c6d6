package io.tradelane.mappings.syntax.x12.grammar;

import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One version of X12, such as 005010. */
public final class X12Directory {

    private static final int COMPOSITE = 4;

    private final String version;
    private final Dictionary dictionary;
    private final Map<String, Dictionary.SegmentText> texts;
    private final Map<Integer, SegmentRules> rules = new LinkedHashMap<>();
    private final Directory directory;
    private final Map<String, @Nullable SegmentRules[]> byNode = new ConcurrentHashMap<>();

    X12Directory(String version, Dictionary dictionary) {
        this.version = version;
        this.dictionary = dictionary;
        this.texts = dictionary.segments(version);
        Map<Integer, SegmentGrammar> segments = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            if (name.length() < COMPOSITE) {
                int tag = SegmentTag.of(name);
                SegmentRules made = rules(text);
                rules.put(tag, made);
                segments.put(tag, SegmentGrammar.inPlace(tag, text.name(), layout(made)));
            }
        });
        Map<String, Function<Directory, MessageGrammar>> messages = new LinkedHashMap<>();
        dictionary.sets().forEach((set, text) -> messages.put(set, home -> SetStructure.read(set, home, text.structure())));
        this.directory = new Directory(version, segments, messages);
    }

    private SegmentRules rules(Dictionary.SegmentText text) {
        List<SegmentRules.Part> parts = new ArrayList<>();
        for (String use : text.uses()) {
            int star = use.indexOf('*');
            String id = star < 0 ? use.substring(1) : use.substring(1, star);
            int repeat = star < 0 ? 1 : Integer.parseInt(use.substring(star + 1));
            parts.add(part(id, use.charAt(0) == 'M', repeat));
        }
        boolean open = text.since().compareTo(version) < 0;
        return new SegmentRules(
                text.name(), text.chineseName(), parts, text.conditions().stream().map(Condition::of).toList(), open);
    }

    SegmentRules.Part part(String id, boolean mandatory, int repeat) {
        Dictionary.SegmentText composite = id.length() == COMPOSITE && id.startsWith("C") ? texts.get(id) : null;
        if (composite == null) {
            Element element = dictionary.element(id, version);
            return new SegmentRules.Part(
                    id, element.name(), element.chineseName(), mandatory, repeat, false, List.of(new SegmentRules.Component(element, true)));
        }
        List<SegmentRules.Component> components = composite.uses().stream()
                .map(use -> new SegmentRules.Component(dictionary.element(use.substring(1), version), use.charAt(0) == 'M')).toList();
        return new SegmentRules.Part(id, composite.name(), composite.chineseName(), mandatory, repeat, true, components);
    }

    static List<Layout.Part> layout(SegmentRules rules) {
        List<Layout.Part> layout = new ArrayList<>();
        for (int position = 1; position <= rules.size(); position++) {
            SegmentRules.Part part = rules.part(position);
            List<Layout.Component> components = part.components().stream()
                    .map(component -> new Layout.Component(component.element().plain(), component.mandatory())).toList();
            layout.add(new Layout.Part(part.id(), part.name(), part.mandatory(), part.repeat(), part.composite(), components));
        }
        return layout;
    }

    public String version() {
        return version;
    }

    /** As the cartridge knows it: sets and segments. */
    public Directory directory() {
        return directory;
    }

    public Optional<MessageGrammar> set(String identifier) {
        return directory.message(identifier);
    }

    /** The functional identifier (GS01) of the groups in which a set travels, {@code null} for an unknown set. */
    public @Nullable String group(String set) {
        Dictionary.SetText text = dictionary.sets().get(set);
        return text == null ? null : text.group();
    }

    public @Nullable SegmentRules rules(int tag) {
        return rules.get(tag);
    }

    /** The rules of each place of a set, by its number; {@code null} for a loop. */
    public @Nullable SegmentRules[] rules(MessageGrammar set) {
        return set instanceof OverlaidSet overlaid ? overlaid.rules() : byNode.computeIfAbsent(set.name(), absent -> set.nodes().stream()
                .map((Node node) -> node.isGroup() ? null : rules.get(node.tag)).toArray(SegmentRules[]::new));
    }
}
