package vn.lantoa.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/** Layers 2 and 3: parses through the gate, and finds variables and listed names only: no bean, no method, no class. */
class SafeExpressionManager extends JuelExpressionManager {

    private final boolean restricted;
    private final Catalogue catalogue;
    private final ExpressionCalls calls;
    private final RuleList list;

    SafeExpressionManager(
            Layers layers, RuleList list, Catalogue catalogue, ExpressionCalls calls, Map<Object, Object> beans) {
        super(beans);
        this.restricted = layers.resolver();
        this.catalogue = catalogue;
        this.calls = calls;
        this.list = list;
        if (layers.gate()) {
            var gate = new ExpressionGate(list, calls.names(), catalogue.names());
            setExpressionFactory(new ExpressionFactoryImpl(new TreeStore(gate, new Cache(1000))));
        }
    }

    /** Listed names come first: a variable of the same name cannot take their place. */
    @Override
    protected ELResolver createElResolver() {
        if (!restricted) {
            var open = new CompositeELResolver();
            open.add(super.createElResolver());
            open.add(new ListedResolver(catalogue, calls, list.executionProperties()));
            return open;
        }
        var resolver = new CompositeELResolver();
        resolver.add(new ListedResolver(catalogue, calls, list.executionProperties()));
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new MapELResolver(true));
        resolver.add(new ListELResolver(true));
        return resolver;
    }
}
