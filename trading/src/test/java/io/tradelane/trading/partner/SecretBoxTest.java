package io.tradelane.trading.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.trading.shared.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final UUID row = Ids.next();

    @Test
    void aValueOpensOnlyInItsPlace() {
        SecretBox box = SecretBox.withKeys(SecretBox.newKey("a"));
        String value = box.encrypt("密码", "channel_secret", "password", row);
        assertThat(value).startsWith("va:").isNotEqualTo(box.encrypt("密码", "channel_secret", "password", row));
        assertThat(box.decrypt(value, "channel_secret", "password", row)).isEqualTo("密码");
        assertThatThrownBy(() -> box.decrypt(value, "channel_secret", "token", row)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.decrypt(value, "channel_secret", "password", Ids.next())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box.decrypt(value.substring(0, 12) + "AAAA" + value.substring(16), "channel_secret", "password", row))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keysRotate() {
        String oldKey = SecretBox.newKey("1");
        String value = SecretBox.withKeys(oldKey).encrypt("x", "t", "c", row);
        SecretBox both = SecretBox.withKeys(SecretBox.newKey("2") + "," + oldKey);
        assertThat(both.decrypt(value, "t", "c", row)).isEqualTo("x");
        assertThat(both.isCurrent(value)).isFalse();
        assertThat(both.encrypt("x", "t", "c", row)).startsWith("v2:");
        assertThatThrownBy(() -> SecretBox.withKeys(SecretBox.newKey("2")).decrypt(value, "t", "c", row)).hasMessageContaining("1");
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        assertThatThrownBy(() -> SecretBox.withoutKeys().encrypt("x", "t", "c", row)).hasMessageContaining("TRADELANE_MASTER_KEY");
        assertThatThrownBy(() -> SecretBox.withKeys("1:short")).isInstanceOf(IllegalArgumentException.class);
    }
}
