package io.tradelane.adapters.odata;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.adapters.calling.CallParameters;
import io.tradelane.adapters.calling.CallParameters.Auth;
import io.tradelane.adapters.calling.JsonMapping;
import io.tradelane.adapters.calling.PagedParameters;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the OData door declares. */
final class ODataParameters implements DoorDeclaration {
    static final String NAME = "odata";
    static final String ENTITY_SET = "entitySet";
    static final String FILTER = "filter";
    static final String SELECT = "select";
    static final String EXPAND = "expand";
    static final String CHANGES = "changes";
    static final String CHANGED_FIELD = "changedField";
    static final String KEY_PATH = "keyPath";
    static final String OPERATION = "operation";
    static final String CSRF = "csrf";
    static final String ENTITY = "entity";

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("OData 服务", "OData"),
            new Text("ERP 的 OData 服务（如 SAP Gateway）：按变更令牌读取实体，或创建和更新实体",
                    "An ERP's OData service such as SAP Gateway: reads entities by change tokens, or creates and updates them"),
            CallParameters.all(Auth.BASIC, List.of(
                    PagedParameters.url(),
                    Parameter.text(ENTITY_SET, new Text("实体集", "Entity set"), new Text("例如 SalesOrders", "For example SalesOrders")).mandatory(),
                    Parameter.text(FILTER, new Text("过滤条件", "Filter"), new Text("$filter 表达式，例如 Status eq 'RELEASED'", "The $filter, for example Status eq 'RELEASED'")),
                    Parameter.text(SELECT, new Text("所选字段", "Fields"), new Text("$select，可留空", "The $select; may be empty")),
                    Parameter.text(EXPAND, new Text("展开", "Expand"), new Text("$expand，例如 Items", "The $expand, for example Items")),
                    Parameter.choice(CHANGES, "DELTA", List.of("DELTA", "FIELD", "NONE"), new Text("变更方式", "Changes"),
                            new Text("DELTA 跟随服务的 deltaLink；FIELD 比较变更时间字段；NONE 每次全部读取",
                                    "DELTA follows the service's delta links; FIELD compares a field with the time of change; NONE reads all each time")),
                    Parameter.text(CHANGED_FIELD, new Text("变更时间字段", "Field of the change"), new Text("用于 FIELD，例如 ChangedAt", "For FIELD, for example ChangedAt")),
                    Parameter.text(KEY_PATH, new Text("记录的标识", "Id of a record"), new Text("记录内的 JSON 指针", "JSON pointer within a record")).orElse("/ID"),
                    JsonMapping.inbound(), PagedParameters.pollMillis(), PagedParameters.maxBytes())),
            CallParameters.all(Auth.BASIC, List.of(
                    PagedParameters.url(),
                    Parameter.text(ENTITY_SET, new Text("实体集", "Entity set"), new Text("例如 SalesOrders", "For example SalesOrders")).mandatory(),
                    Parameter.choice(OPERATION, "CREATE", List.of("CREATE", "UPDATE"), new Text("操作", "Operation"),
                            new Text("CREATE 以 POST 创建；UPDATE 以 PATCH 更新并核对 ETag", "CREATE by POST; UPDATE by PATCH, comparing the ETag")),
                    Parameter.text(ENTITY, new Text("实体的键", "Key of the entity"),
                            new Text("用于 UPDATE：映射结果中的 JSON 指针", "For UPDATE: JSON pointer into what the mapping makes")).orElse("/ID"),
                    Parameter.flag(CSRF, true, new Text("先取 CSRF 令牌", "Fetch a CSRF token first"), new Text("SAP Gateway 要求如此", "SAP Gateway wants one")),
                    JsonMapping.outbound())));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }
}
