package io.tradelane.trading.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A partner's file as JSON (RFC 8259) or as YAML 1.2. */
public final class PartnerFileText {
    /** Characters. */
    public static final int LONGEST = 20_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PartnerFileText() {}

    /** @param file null if it cannot be read @param pointer where not (RFC 6901) @param problem why not, in English */
    public record Read(@Nullable PartnerFile file, String pointer, String problem) {}

    public static String json(PartnerFile file) {
        return MAPPER.writeValueAsString(file);
    }

    public static String yaml(PartnerFile file) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(160);
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options, new LoaderOptions(), new CoreSchema())
                .dump(MAPPER.convertValue(file, Map.class));
    }

    /** JSON where it begins with a brace, else YAML. */
    public static Read read(String text) {
        if (text.length() > LONGEST) {
            return new Read(null, "", "The file is longer than " + LONGEST + " characters");
        }
        try {
            PartnerFile file = text.stripLeading().startsWith("{") ? MAPPER.readValue(text, PartnerFile.class)
                    : MAPPER.convertValue(yaml(text), PartnerFile.class);
            return file == null ? new Read(null, "", "The file is empty") : new Read(file, "", "");
        } catch (JacksonException wrong) {
            String pointer = wrong.getPath().stream()
                    .map(step -> "/" + (step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName()))
                    .collect(Collectors.joining());
            return new Read(null, pointer, wrong.getOriginalMessage());
        } catch (YAMLException | IllegalArgumentException wrong) {
            return new Read(null, "", String.valueOf(wrong.getMessage()));
        }
    }

    private static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(LONGEST);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options, new CoreSchema()).load(text);
    }

    /** Days stay texts, and a number that begins with 0 is none. */
    private static final class CoreSchema extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
