package io.tradelane.portal.frame;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Lets templates reach the beans made for them and no others; Thymeleaf forbids {@code @bean} in attributes. */
@Component
class VocabularyDialect extends AbstractDialect implements IExpressionObjectDialect {
    private final Map<String, Vocabulary> vocabularies;

    VocabularyDialect(Map<String, Vocabulary> vocabularies) {
        super("vocabulary");
        this.vocabularies = vocabularies;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return vocabularies.keySet();
            }

            @Override
            public @Nullable Object buildObject(IExpressionContext context, String name) {
                return vocabularies.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
