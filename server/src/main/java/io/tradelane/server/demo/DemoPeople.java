package io.tradelane.server.demo;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.partner.ApiClients;

import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.partner.Users;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** People and machine clients of the demo companies. Every password and key is made here and has no default. */
@Component
class DemoPeople {
    private static final int PASSWORD_BYTES = 12;

    private final Users users;
    private final ApiClients clients;
    private final PasswordEncoder passwords;
    private final SecureRandom random = new SecureRandom();

    DemoPeople(Users users, ApiClients clients, PasswordEncoder passwords) {
        this.users = users;
        this.clients = clients;
        this.passwords = passwords;
    }

    record SignIn(String organisation, String name, String email, String password, List<Role> roles) {}

    record Key(String organisation, String name, String key) {}

    private record Person(Company company, String name, String account, Locale locale, Role... roles) {}

    private static final List<Person> PEOPLE = List.of(
            new Person(Company.OPERATOR, "Olivia Chen", "operator", Locale.ENGLISH, Role.OPERATOR, Role.INTEGRATION_OPERATOR),
            new Person(Company.OPERATOR, "Oscar Brandt", "admissions", Locale.ENGLISH, Role.OPERATOR),
            new Person(Company.HUAXING, "孙丽", "admin", Locale.SIMPLIFIED_CHINESE, Role.ORGANISATION_ADMIN),
            new Person(Company.HUAXING, "何平", "admin2", Locale.SIMPLIFIED_CHINESE, Role.ORGANISATION_ADMIN),
            new Person(Company.HAINA, "林涛", "admin", Locale.SIMPLIFIED_CHINESE, Role.ORGANISATION_ADMIN),
            new Person(Company.BRIGHTLINE, "Bernd Vogt", "admin", Locale.ENGLISH, Role.ORGANISATION_ADMIN),
            new Person(Company.HUAXING, "李伟", "buyer", Locale.SIMPLIFIED_CHINESE,
                    Role.BUYER_STAFF, Role.BUYER_APPROVER, Role.BUYER_WAREHOUSE),
            new Person(Company.HUAXING, "赵敏", "finance", Locale.SIMPLIFIED_CHINESE, Role.BUYER_FINANCE),
            new Person(Company.BRIGHTLINE, "Britta Lang", "buyer", Locale.ENGLISH, Role.BUYER_STAFF, Role.BUYER_APPROVER),
            new Person(Company.BRIGHTLINE, "Wim Harms", "warehouse", Locale.ENGLISH, Role.BUYER_WAREHOUSE),
            new Person(Company.BRIGHTLINE, "Frieda Busch", "finance", Locale.ENGLISH, Role.BUYER_FINANCE),
            new Person(Company.WESTFIELD, "Walter Hill", "buyer", Locale.ENGLISH,
                    Role.BUYER_STAFF, Role.BUYER_APPROVER, Role.BUYER_WAREHOUSE),
            new Person(Company.WESTFIELD, "Fiona Reed", "finance", Locale.ENGLISH, Role.BUYER_FINANCE),
            new Person(Company.HAINA, "陈海", "sales", Locale.SIMPLIFIED_CHINESE, Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE),
            new Person(Company.HAINA, "周芳", "finance", Locale.SIMPLIFIED_CHINESE, Role.SUPPLIER_FINANCE),
            new Person(Company.BEICHEN, "王北", "sales", Locale.SIMPLIFIED_CHINESE,
                    Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE, Role.SUPPLIER_FINANCE),
            new Person(Company.JINGONG, "吴静", "sales", Locale.SIMPLIFIED_CHINESE,
                    Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE, Role.SUPPLIER_FINANCE));

    List<SignIn> create(Map<Company, UUID> companies) {
        List<SignIn> signIns = new ArrayList<>();
        for (Person person : PEOPLE) {
            String email = person.account + "@" + person.company.key() + ".example";
            String password = secret();
            UUID company = requireNonNull(companies.get(person.company));
            users.create(email, person.name, person.locale, passwords.encode(password),
                    Arrays.stream(person.roles).map(role -> new Membership(company, role)).toList());
            signIns.add(new SignIn(person.company.title, person.name, email, password, List.of(person.roles)));
        }
        return signIns;
    }

    /** One key for each company; the operator's sees the exchange of all. */
    List<Key> apiKeys(Map<Company, UUID> companies) {
        return companies.entrySet().stream()
                .map(entry -> new Key(
                        entry.getKey().title,
                        "demo",
                        clients.create(entry.getValue(), "demo", scopes(entry.getKey())).key()))
                .toList();
    }

    private static Set<String> scopes(Company company) {
        return company == Company.OPERATOR ? Set.of("read", "operate") : Set.of("read", "write");
    }

    private String secret() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
