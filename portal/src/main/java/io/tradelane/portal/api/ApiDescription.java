package io.tradelane.portal.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says of itself at {@code /api/docs}, and how values are written. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String KEY = "apiKey";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info().title("Tradelane API").version("1").description("""
                        Orders, invoices, payments and the messages behind them. Lists are paged by cursor, newest first; failures are \
                        RFC 9457 problems; what can change carries an ETag and is changed with If-Match. Another organisation's row is 404."""))
                .components(new Components().addSecuritySchemes(KEY, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("tl_…")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** Money and quantities are their components; that one can ask whether they are zero is no part of them. */
    @Bean
    JsonMapperBuilderCustomizer plainValues() {
        return builder -> builder.addMixIn(Money.class, WithoutZero.class).addMixIn(Quantity.class, WithoutZero.class);
    }

    @JsonIgnoreProperties("zero")
    private interface WithoutZero {}
}
