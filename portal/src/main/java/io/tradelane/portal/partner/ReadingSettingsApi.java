package io.tradelane.portal.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.mappings.Format;
import io.tradelane.mappings.table.TableMapping;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.ReadingSetting;
import io.tradelane.trading.partner.ReadingSettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reading settings in JSON. */
@ApiController
@Tag(name = "Reading settings")
class ReadingSettingsApi {
    private final ReadingSettings settings;
    private final Organisations organisations;
    private final JsonMapper json;

    ReadingSettingsApi(ReadingSettings settings, Organisations organisations, JsonMapper json) {
        this.settings = settings;
        this.organisations = organisations;
        this.json = json;
    }

    /**
     * @param type of which documents; absent: of all in this format
     * @param codeLists of EDIFACT and X12
     * @param rules of UBL and CII: whether schema and profile rules are checked
     * @param table of CSV and XLSX: columns from header to field, and how values are written
     */
    record ReadingSettingResource(
            @Nullable Format format,
            @Nullable DocumentType type,
            ReadingSetting.@Nullable CodeLists codeLists,
            @Nullable Boolean rules,
            @Nullable JsonNode table) {}

    @Operation(summary = "How documents from a company are read otherwise than everybody's")
    @GetMapping("/api/v1/partners/{id}/reading-settings")
    Listing<ReadingSettingResource> list(@PathVariable UUID id) {
        Caller caller = Caller.current();
        NotFound.orElse404(organisations.find(id).filter(organisation -> caller.isOperator() || caller.isSelf(id)));
        return new Listing<>(settings.list(id).stream().map(this::resource).toList(), null);
    }

    private ReadingSettingResource resource(ReadingSetting setting) {
        return new ReadingSettingResource(
                Format.valueOf(setting.format()), setting.type(), setting.codeLists(), setting.rules(),
                setting.table() == null ? null : json.readTree(setting.table()));
    }

    @Operation(summary = "Set it for a format, or for one type of document in it; what was set for these before is replaced")
    @PutMapping("/api/v1/partners/{id}/reading-settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable UUID id, @RequestBody ReadingSettingResource wanted) {
        managed(id);
        if (wanted.format == null) {
            throw wrong("/format", "required");
        }
        if (wanted.codeLists == null && wanted.rules == null && wanted.table == null) {
            throw wrong("", "nothing-set");
        }
        String meaningless = ReadingFormats.meaningless(wanted.format, wanted.codeLists, wanted.rules, wanted.table);
        if (meaningless != null) {
            throw wrong("/" + meaningless, "not-of-this-format");
        }
        settings.put(new ReadingSetting(id, wanted.format.name(), wanted.type, wanted.codeLists, wanted.rules, table(wanted)));
    }

    private static @Nullable String table(ReadingSettingResource wanted) {
        if (wanted.table == null) {
            return null;
        }
        try {
            TableMapping mapping = TableMapping.ofJson(wanted.table.toString());
            if (wanted.type != null && wanted.type != mapping.type()) {
                throw wrong("/table/type", "differs");
            }
            return mapping.toJson();
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            throw wrong("/table", "invalid");
        }
    }

    @Operation(summary = "Read as usual again")
    @DeleteMapping("/api/v1/partners/{id}/reading-settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @RequestParam Format format, @RequestParam(required = false) @Nullable DocumentType type) {
        managed(id);
        if (!settings.remove(id, format.name(), type)) {
            throw new NotFound();
        }
    }

    private void managed(UUID id) {
        NotFound.orElse404(organisations.find(id).filter(organisation -> Caller.current().isOperator()));
    }

    private static Problem wrong(String pointer, String code) {
        return new Problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The setting is not right; nothing was changed.",
                List.of(Map.of("pointer", pointer, "code", code)));
    }
}
