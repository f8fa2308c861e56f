package vn.lantoa.demo;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console where the demo is and who can sign in. */
@Component
@Profile("demo")
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final DemoAccounts accounts;
    private final DemoPassword password;
    private final MessageSource messages;
    private final Environment environment;

    Welcome(DemoAccounts accounts, DemoPassword password, MessageSource messages, Environment environment) {
        this.accounts = accounts;
        this.password = password;
        this.messages = messages;
        this.environment = environment;
    }

    @EventListener
    void greet(ApplicationReadyEvent started) {
        var host = reachable(environment.getProperty("server.address", "0.0.0.0"));
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        var people = accounts.toTry().stream()
                .map(trial -> "    %-28s %s, %s"
                        .formatted(
                                trial.username(),
                                messages.getMessage("post." + trial.post(), null, trial.post(), VIETNAMESE),
                                trial.unit()))
                .collect(Collectors.joining("\n"));
        var address = "http://" + host + ":" + port;
        log.info(
                "\n\n{}\n",
                messages.getMessage("demo.welcome", new Object[] {address, password.now(), people}, VIETNAMESE));
    }

    /** An address that others on the network can open, where the server listens on every one. */
    private static String reachable(String host) {
        if (!host.equals("0.0.0.0")) {
            return host;
        }
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElse(host);
        } catch (SocketException e) {
            return host;
        }
    }
}
