package io.tradelane.server;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.Target;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.WrittenFormats;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What the mappings can write, for the pages, which do not know the mappings. */
@Component
@ConditionalOnRole(Role.PORTAL)
final class MappedFormats implements WrittenFormats {

    @Override
    public Set<String> of(DocumentType type) {
        Set<String> names = new TreeSet<>();
        Translator.standard().targets(type).forEach(target -> names.add(name(target)));
        return names;
    }

    private static String name(Target target) {
        return target.format() == Format.EDIFACT ? target.version()
                : target.version().isEmpty() ? target.format().name() : target.format() + ":" + target.version();
    }
}
