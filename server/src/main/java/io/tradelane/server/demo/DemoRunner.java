package io.tradelane.server.demo;

import io.tradelane.portal.contract.TimeStamps;
import io.tradelane.server.DemoSettings;
import io.tradelane.server.demo.history.TradeHistory;
import io.tradelane.server.home.DemoFile;
import io.tradelane.server.home.Home;
import io.tradelane.server.home.Ports;
import io.tradelane.simulators.authority.DemoAuthority;
import io.tradelane.simulators.authority.TimeStampAuthority;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code tradelane demo}: makes the companies at the first start, plays the journey, and says where to look. */
@Component
@ConditionalOnProperty("tradelane.demo.enabled")
class DemoRunner implements ApplicationRunner, ExitCodeGenerator {
    private static final int ERP_PORT = 8091;
    private static final int AS2_PORT = 8092;

    private final DemoCompanies companies;
    private final Hub hub;
    private final DemoFile file;
    private final Home home;
    private final Clock clock;
    private final Environment environment;
    private final TimeStamps timeStamps;
    private final DemoSettings settings;
    private final SimulatorConnections connections;
    private final SimulatorJourney journey;
    private final TradeHistory history;
    private @Nullable Simulators simulators;
    private boolean happened;

    DemoRunner(
            DemoCompanies companies, Hub hub, DemoFile file, Home home, Clock clock, Environment environment, DemoSettings settings,
            SimulatorConnections connections, SimulatorJourney journey, TimeStamps timeStamps, TradeHistory history) {
        this.companies = companies;
        this.hub = hub;
        this.file = file;
        this.home = home;
        this.clock = clock;
        this.environment = environment;
        this.timeStamps = timeStamps;
        this.settings = settings;
        this.connections = connections;
        this.journey = journey;
        this.history = history;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        PrintStream out = System.out;
        boolean resumed = companies.exist();
        if (!resumed) {
            create();
        }
        if (settings.data() == DemoSettings.Data.FULL && !history.loaded()) {
            out.println();
            history.load(companies.buyers(), companies.suppliers(), out);
        }
        Map<String, Object> content = file.read()
                .orElseThrow(() -> new IllegalStateException("this home has the demo companies but no " + file.path()));
        if (!portal().equals(content.get("portal"))) {
            content = moved(content);
        }
        DemoAddresses addresses = new DemoAddresses(
                portal(), String.valueOf(content.get("brightlineErp")), String.valueOf(content.get("westfieldAs2")));
        DemoSecrets secrets = new DemoSecrets(content);
        out.printf("%n%s %s%n", resumed ? "Resuming the demo in" : "Playing the demo in", home.root());
        Partners partners = new Partners(addresses, Path.of(environment.getRequiredProperty("tradelane.doors.folder.root")), home.file("demo-partners"), secrets);
        timeStamps.use(new TimeStampAuthority(new DemoAuthority(clock.instant()), clock, 0).address());
        Templates templates = new Templates(LocalDate.parse(String.valueOf(content.get("startedOn"))));
        happened = new Journey(new DemoJourney(hub, partners, templates).steps(), out, addresses.portal()).play() && connected(partners, templates, out);
        out.println(happened ? "\nEvery step happened." : "\nThe journey stopped; start again to resume it.");
        signIns(out, addresses, secrets);
        if (settings.once()) {
            partners.close();
            if (simulators != null) {
                simulators.close();
            }
        }
    }

    /** Starts the simulators, if they were asked for. */
    private boolean connected(Partners partners, Templates templates, PrintStream out) throws IOException {
        if (!settings.simulators()) {
            return true;
        }
        Simulators started = new Simulators(home, home.file("demo-partners"));
        simulators = started;
        connections.connect(started);
        out.println("\nThe systems of the partners:");
        started.addresses().forEach((whose, address) -> out.printf("  %-40s %s%n", whose, address));
        out.println();
        return new Journey(journey.steps(started, partners, templates, LocalDate.now(clock.withZone(ZoneOffset.UTC))), out, portal()).play();
    }

    private void create() {
        Ports ports = new Ports(home);
        String erp = "http://127.0.0.1:" + ports.choose("demoErp", ERP_PORT) + "/documents";
        String as2 = "http://127.0.0.1:" + ports.choose("demoAs2", AS2_PORT) + "/as2";
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("portal", portal());
        content.put("startedOn", LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString());
        content.put("brightlineErp", erp);
        content.put("westfieldAs2", as2);
        companies.create(new DemoAddresses(portal(), erp, as2), secrets -> {
            content.putAll(secrets);
            file.write(content);
        });
    }

    /** Started on another port than the last time: the addresses in the file follow. */
    private Map<String, Object> moved(Map<String, Object> content) {
        String old = content.get("portal") + "/";
        Map<String, Object> moved = new LinkedHashMap<>(content);
        moved.put("portal", portal());
        moved.put("doors", new DemoSecrets(content).list("doors").stream().map(door -> moved(door, old)).toList());
        file.write(moved);
        return moved;
    }

    private Map<String, Object> moved(Map<String, Object> door, String old) {
        Map<String, Object> moved = new LinkedHashMap<>(door);
        moved.computeIfPresent("address", (key, address) -> address.toString().startsWith(old)
                ? portal() + "/" + address.toString().substring(old.length()) : address);
        return moved;
    }

    private String portal() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }

    private void signIns(PrintStream out, DemoAddresses addresses, DemoSecrets secrets) {
        out.printf("%nPortal: %s   (also in %s)%n", addresses.portal(), file.path());
        secrets.list("signIns").forEach(signIn -> out.printf("  %-28s %-34s %s%n",
                signIn.get("organisation"), signIn.get("email"), signIn.get("password")));
    }

    @Override
    public int getExitCode() {
        return happened ? 0 : 1;
    }
}
