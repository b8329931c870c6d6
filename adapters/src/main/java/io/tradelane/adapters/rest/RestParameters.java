package io.tradelane.adapters.rest;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.JsonPosting;
import io.tradelane.adapters.calling.PagedParameters;
import io.tradelane.trading.partner.Direction;
import java.util.Map;
import java.util.stream.Stream;

/** What a channel through the REST door declares. */
final class RestParameters implements DoorDeclaration {
    static final String NAME = "rest";

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("REST 连接器", "REST"),
            new Text("任何 JSON 服务，例如 CRM：定期读取变更的记录，或提交 JSON 单据；路径、分页、变更标记和映射在此声明",
                    "Any service with JSON, such as a CRM: asks for changed records, or posts JSON documents; paths, pages, marks of changes and mappings are declared here"),
            Stream.concat(PagedParameters.all(Map.of()).stream(), Stream.of(JsonMapping.inbound())).toList(), JsonPosting.parameters(Map.of()));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }
}
