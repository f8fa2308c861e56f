package vn.lantoa.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.junit.jupiter.api.Test;

/** Bypasses nobody thought of, made at random from what expressions are made of; the seed is fixed, so that a failure can be looked at. */
class RandomBypassesTest {

    private static final long SEED = 20271120;
    private static final int EXPRESSIONS = 6000;
    private static final int PLACEMENTS = 3000;

    private static final List<String> ATOMS = List.of(
            "''",
            "'a'",
            "\"class\"",
            "1",
            "text",
            "items",
            "facts",
            "bait",
            "execution",
            "task",
            "runtimeService",
            "now()",
            "dateTime()",
            "true",
            "null",
            "'vn.lantoa.engine.Tripwire'",
            "items[0]",
            "facts['a']",
            "empty text",
            Attack.EXPRESSION);
    private static final List<String> NAMES = List.of(
            "class",
            "getClass",
            "forName",
            "getMethod",
            "invoke",
            "execute",
            "toString",
            "processEngineServices",
            "getProcessEngineServices",
            "runtimeService",
            "bytes",
            "stream",
            "put",
            "get",
            "classLoader",
            "a",
            "id",
            "length");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "==", "!=", "&&", "||", "and", "or", "eq", "<", "mod");

    private final Random random = new Random(SEED);

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return pick(ATOMS);
        }
        return switch (random.nextInt(11)) {
            case 0 -> expression(depth - 1) + "." + pick(NAMES);
            case 1 -> expression(depth - 1) + "." + pick(NAMES) + "(" + arguments(depth) + ")";
            case 2 -> expression(depth - 1) + "['" + pick(NAMES) + "']";
            case 3 -> expression(depth - 1) + "[" + expression(depth - 1) + "](" + arguments(depth) + ")";
            case 4 -> "(" + expression(depth - 1) + ")";
            case 5 -> expression(depth - 1) + " " + pick(OPERATORS) + " " + expression(depth - 1);
            case 6 -> expression(depth - 1) + " ? " + expression(depth - 1) + " : " + expression(depth - 1);
            case 7 -> pick(List.of("!", "-", "empty ", "not ")) + expression(depth - 1);
            case 8 -> pick(NAMES) + "(" + arguments(depth) + ")";
            case 9 ->
                expression(depth - 1) + pick(List.of(" ", "\n", "\t")) + "." + pick(List.of(" ", "")) + pick(NAMES)
                        + pick(List.of("", "()", " ()"));
            default -> pick(ATOMS) + "." + pick(NAMES) + "('" + Tripwire.class.getName() + "')";
        };
    }

    private String arguments(int depth) {
        return pick(List.of("", "execution", "null", expression(depth - 1), "'a', null"));
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    void what_the_linter_or_the_gate_lets_pass_runs_nothing_even_on_the_stock_engine() {
        var rules = new ExpressionRules(RuleList.load(), SmallEngine.CALLS.keySet(), Set.of("probe"));
        var gate = SmallEngine.with(Layers.ALL.withoutLinter().withoutResolver().withoutSwitches());
        var stock = manager(SmallEngine.with(Layers.NONE));
        int linted = 0;
        int gated = 0;
        var holes = new ArrayList<String>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            var text = pick(List.of("${", "${", "${", "#{", "x ${")) + expression(3) + "}";
            var passesLinter = rules.objection(text).isEmpty();
            var passesGate =
                    quiet(() -> gate.configuration.getExpressionManager().createExpression(text));
            linted += passesLinter ? 1 : 0;
            gated += passesGate ? 1 : 0;
            if ((passesLinter || passesGate) && runs(stock, text)) {
                holes.add((passesLinter ? "linter: " : "gate: ") + text);
            }
        }
        assertThat(holes).isEmpty();
        assertThat(linted).as("some are harmless, or nothing is proved").isGreaterThan(100);
        assertThat(gated).isGreaterThan(100);
    }

    @Test
    void the_resolver_alone_hands_out_plain_values_only() {
        var resolver = manager(
                SmallEngine.with(Layers.ALL.withoutLinter().withoutGate().withoutSwitches()));
        var holes = new ArrayList<String>();
        for (int i = 0; i < EXPRESSIONS; i++) {
            var text = "${" + expression(3) + "}";
            if (runs(resolver, text)) {
                holes.add(text);
            }
        }
        assertThat(holes).isEmpty();
    }

    private static JuelExpressionManager manager(SmallEngine engine) {
        return (JuelExpressionManager) engine.configuration.getExpressionManager();
    }

    /** Whether the expression reached code, or handed out something by which code can be reached. */
    private static boolean runs(JuelExpressionManager manager, String text) {
        var data = Variables.createVariables()
                .putValue("text", "x")
                .putValue("items", List.of("x"))
                .putValue("facts", Map.of("a", "b"));
        Tripwire.arm();
        var found = new Object[1];
        quiet(() -> {
            var context = manager.createElContext(data.asVariableContext());
            found[0] = new ExpressionFactoryImpl()
                    .createValueExpression(context, text, Object.class)
                    .getValue(context);
        });
        return Tripwire.tripped()
                || found[0] instanceof Class
                || found[0] instanceof ClassLoader
                || found[0] instanceof java.lang.reflect.AnnotatedElement
                || found[0] != null && found[0].getClass().getName().startsWith("org.camunda.bpm.engine");
    }

    private static boolean quiet(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | LinkageError refused) {
            return false;
        }
    }

    /** A call put at any place of our own files, whatever stood there. */
    @Test
    void a_call_at_any_place_of_our_own_diagrams_and_tables_is_refused_there() {
        var attribute = Pattern.compile("(?<=\\s)(?!xmlns|id=)([\\w:]+)=\"([^\"]*)\"");
        var text = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)<");
        var files = House.SETS.values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.ending().equals("form") && file.content().length < 60_000)
                .toList();
        int put = 0;
        for (int i = 0; i < PLACEMENTS; i++) {
            var file = pick(files);
            var before = new String(file.content(), StandardCharsets.UTF_8);
            var inText = random.nextInt(3) == 0;
            var found = (inText ? text : attribute)
                    .matcher(before)
                    .results()
                    .filter(place -> place.start() > 60)
                    .toList();
            if (found.isEmpty()) {
                continue;
            }
            var place = pick(found);
            var vector =
                    pick(List.of("${''.getClass()}", "#{text.class}", "${bait.execute(execution)}", "${a['class']}"));
            var group = inText ? 1 : 2;
            var after = before.substring(0, place.start(group)) + vector + before.substring(place.end(group));
            var hit = ModelXml.read(after.getBytes(StandardCharsets.UTF_8))
                    .all()
                    .filter(node -> node.attributes.containsValue(vector)
                            || node.text.toString().trim().equals(vector))
                    .findFirst()
                    .orElseThrow();
            // Words that are shown to people and never evaluated, and FEEL, to which this is no call.
            if (inText && Set.of("text", "description").contains(hit.name)) {
                continue;
            }
            put++;
            assertThat(House.RULES.check(file.name(), after.getBytes(StandardCharsets.UTF_8)))
                    .as(file.name() + ": " + place.group())
                    .anyMatch(finding -> finding.element().equals(hit.place()));
        }
        assertThat(put).isGreaterThan(PLACEMENTS / 2);
    }
}
