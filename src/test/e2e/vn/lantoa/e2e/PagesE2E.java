package vn.lantoa.e2e;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page on a phone and on a desk: a picture, axe, the content security policy, no sideways scrolling. */
class PagesE2E extends DemoE2E {

    /** Each person signs in once for all the pages looked at. */
    private static final Map<String, Visitor> SIGNED_IN = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        ",                     /login,            login",
        "canbo.ldld-48,        /tasks,            tasks",
        "canbo.tld,            /reports,          reports",
        "canbo.ldld-48,        /units,            units",
        "canbo.tld,            /reports/grid,     reports-grid",
        "lanhdao.ldld-48,      /reports/targets,  reports-targets",
        "canbo.ldld-48,        /reports/coordination, reports-coordination",
        "quantri1,             /units/1,          unit",
        "quantri1,             /audit,            audit",
        "quantri1,             /audit/verification, audit-verification",
        "lanhdao.ldld-48,      /account,          account",
        "canbo.tld,            /demo,             demo",
        "quantri1,             /demo/clock,       demo-clock",
        ",                     /activation,       activation",
        "lanhdao.ldld-48,      /account/deputies, deputies",
        "quantri1,             /units/1/slips,    slips",
        "vanthu.ldld-48,       /documents,        documents",
        "quantri1,             /templates,        templates",
        "quantri1,             /rules/deadlines,  rules",
        "quantri1,             /setup,            setup",
        "canbo.ldld-48,        /help/report,      help",
        "canbo.ldld-48,        /practice,         practice",
        "canbo.ldld-48,        /notices,          notices",
        "canbo.ldld-48,        /account/notices,  account-notices",
        "canbo.tld,            /search?q=da+nang, search",
        "quantri1,             /mail,             mail",
        "quantri1,             /operations,       operations",
        "quantri1,             /help/operations,  help-operations",
        "canbo.tld,            /demo/mail,        demo-mail",
        "canbo.cdcs-48-haichau-3, /awards/data-requests, data-requests",
        "canbo.ldld-48,        /units/999999,     not-found",
    })
    void looks_right(String who, String path, String name) {
        if (who == null) {
            try (var stranger = visitor(Visitor.PHONE)) {
                look(stranger, path, name);
            }
        } else {
            look(SIGNED_IN.computeIfAbsent(who, one -> visitor(one, Visitor.PHONE)), path, name);
        }
    }

    private static void look(Visitor visitor, String path, String name) {
        for (var width : new int[] {Visitor.PHONE, Visitor.DESK}) {
            visitor.at(width)
                    .goTo(path)
                    .look(name + (width == Visitor.PHONE ? "-phone" : "-desk"))
                    .hasNoComplaint();
        }
    }

    @AfterAll
    static void signOut() {
        SIGNED_IN.values().forEach(Visitor::close);
    }
}
