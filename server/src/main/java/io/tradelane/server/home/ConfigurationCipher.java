package io.tradelane.server.home;

import org.jasypt.encryption.StringEncryptor;
import org.jasypt.encryption.pbe.PooledPBEStringEncryptor;
import org.jasypt.encryption.pbe.config.SimpleStringPBEConfig;
import org.springframework.core.env.Environment;

/** Makes and reads the {@code ENC(...)} values of configuration files: AES-256 under the installation key, by Jasypt. */
public final class ConfigurationCipher implements StringEncryptor {

    private static final String PREFIX = "ENC(";
    private static final String SUFFIX = ")";

    private final PooledPBEStringEncryptor encryptor = new PooledPBEStringEncryptor();

    public ConfigurationCipher(InstallationKey key) {
        SimpleStringPBEConfig config = new SimpleStringPBEConfig();
        config.setPassword(key.text());
        config.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
        config.setKeyObtentionIterations(10_000);
        config.setPoolSize(1);
        config.setSaltGeneratorClassName("org.jasypt.salt.RandomSaltGenerator");
        config.setIvGeneratorClassName("org.jasypt.iv.RandomIvGenerator");
        config.setStringOutputType("base64");
        encryptor.setConfig(config);
    }

    public static ConfigurationCipher of(Environment environment) {
        return new ConfigurationCipher(InstallationKey.of(environment));
    }

    @Override
    public String encrypt(String message) {
        return encryptor.encrypt(message);
    }

    @Override
    public String decrypt(String encryptedMessage) {
        return encryptor.decrypt(encryptedMessage);
    }

    /** The value as it is pasted into a configuration file. */
    public String wrap(String secret) {
        return PREFIX + encrypt(secret) + SUFFIX;
    }

    /** @throws StartRefused when the value was made under another key */
    String unwrap(String name, String value) {
        try {
            return decrypt(value.substring(PREFIX.length(), value.length() - SUFFIX.length()));
        } catch (RuntimeException e) {
            throw new StartRefused(
                    name + " was made under another key than the one given now",
                    "Give the key it was made under: TRADELANE_KEY, tradelane.key-file or HOME/key.");
        }
    }
}
