package vn.lantoa.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page on a phone and on a desk: a picture, axe, the content security policy, no sideways scrolling. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesE2E {

    private Chromium chromium;
    private RunningJar jar;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        chromium = Chromium.start();
        jar = RunningJar.in(folder, "--spring.profiles.active=demo");
    }

    @AfterAll
    void stop() throws Exception {
        if (jar != null) {
            jar.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        ",                     /login,            login",
        "canbo.ldld-48,        /tasks,            tasks",
        "canbo.tld,            /reports,          reports",
        "canbo.ldld-48,        /units,            units",
        "quantri1,             /units/1,          unit",
        "quantri1,             /audit,            audit",
        "quantri1,             /audit/verification, audit-verification",
        "lanhdao.ldld-48,      /account,          account",
        "canbo.tld,            /demo,             demo",
        "quantri1,             /demo/clock,       demo-clock",
        "canbo.ldld-48,        /units/999999,     not-found",
    })
    void looks_right(String who, String path, String name) {
        for (var width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            try (var visitor = new Visitor(chromium.browser(), jar.address(), width)) {
                if (who != null) {
                    visitor.signIn(who, "lantoa-demo-2026");
                }
                visitor.goTo(path)
                        .look(name + (width == Visitor.PHONE ? "-phone" : "-desk"))
                        .hasNoComplaint();
            }
        }
    }
}
