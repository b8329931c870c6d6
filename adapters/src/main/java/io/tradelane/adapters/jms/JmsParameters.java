package io.tradelane.adapters.jms;

import io.tradelane.adapters.DoorDeclaration;
import io.tradelane.adapters.DoorDescription;
import io.tradelane.adapters.Parameter;
import io.tradelane.adapters.Text;
import io.tradelane.trading.partner.Direction;
import java.util.List;

/** What a channel through the JMS door declares. */
final class JmsParameters implements DoorDeclaration {
    static final String NAME = "jms";
    static final String USER = "user";
    static final String PASSWORD = "password";
    static final String MEDIA_TYPE = "mediaType";
    static final String MAX_BYTES = "maxBytes";

    private static final Parameter ACCOUNT = Parameter.text(USER, new Text("用户名", "User name"),
            new Text("伙伴登录消息服务器的名称：小写字母、数字、_ -；队列为 tradelane.partner.<用户名>.in 和 .out",
                    "As the partner signs in to the broker: small letters, digits, _ -; its queues are tradelane.partner.<user name>.in and .out"))
            .mandatory();
    private static final Parameter SECRET = Parameter.text(PASSWORD, new Text("密码", "Password"),
            new Text("用于内置消息服务器；外部服务器的账号在那里设置", "For the embedded broker; the accounts of an external one are kept there")).hidden();

    static final DoorDescription DESCRIPTION = new DoorDescription(NAME, new Text("JMS 队列", "JMS queue"),
            new Text("伙伴通过消息队列收发：发到 .in，从 .out 接收", "The partner sends to the queue .in and receives from the queue .out"),
            List.of(ACCOUNT, SECRET,
                    Parameter.text(MEDIA_TYPE, new Text("媒体类型", "Media type"),
                            new Text("消息没有 contentType 属性时的类型", "Where the message has no property contentType")).orElse("application/EDIFACT"),
                    Parameter.number(MAX_BYTES, 20L * 1024 * 1024, new Text("最大字节数", "Largest message in bytes"),
                            new Text("更大的消息移入 .error 队列", "A larger one goes to the queue .error"))),
            List.of(ACCOUNT, SECRET));

    @Override
    public DoorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public boolean connects(Direction direction) {
        return true;
    }
}
