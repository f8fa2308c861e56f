package vn.lantoa.engine;

import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Layer 3: the delegates of the catalogue, the listed calls and a few facts about the execution, all without reflection. */
class ListedResolver extends ELResolver {

    private final Catalogue catalogue;
    private final ExpressionCalls calls;
    private final Set<String> properties;

    ListedResolver(Catalogue catalogue, ExpressionCalls calls, Set<String> properties) {
        this.catalogue = catalogue;
        this.calls = calls;
        this.properties = properties;
    }

    /** What stands before the dot of a listed call. */
    private record Bean(String name) {}

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        var name = String.valueOf(property);
        if (base == null && calls.hasBean(name)) {
            context.setPropertyResolved(true);
            return new Bean(name);
        }
        if (base == null && catalogue.names().contains(name)) {
            context.setPropertyResolved(true);
            return catalogue.delegate(name);
        }
        var task = base instanceof DelegateTask open ? open.getExecution() : null;
        var execution = base instanceof DelegateExecution running ? running : task;
        if (execution != null && properties.contains(name)) {
            context.setPropertyResolved(true);
            return fact(execution, name);
        }
        return null;
    }

    private static String fact(DelegateExecution execution, String name) {
        return switch (name) {
            case "id" -> execution.getId();
            case "businessKey", "processBusinessKey" -> execution.getProcessBusinessKey();
            case "processInstanceId" -> execution.getProcessInstanceId();
            case "processDefinitionId" -> execution.getProcessDefinitionId();
            case "currentActivityId" -> execution.getCurrentActivityId();
            case "currentActivityName" -> execution.getCurrentActivityName();
            default -> throw new ProcessEngineException("no fact " + name);
        };
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        var call = base instanceof Bean bean ? calls.call(bean.name() + "." + method) : null;
        if (call == null) {
            return null;
        }
        var answer = call.apply(arguments == null ? Collections.emptyList() : Arrays.asList(arguments));
        if (!PlainValues.plain(answer)) {
            throw new ProcessEngineException(base + "." + method + " answered no plain value");
        }
        context.setPropertyResolved(true);
        return answer;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (base == null
                && (catalogue.names().contains(String.valueOf(property)) || calls.hasBean(String.valueOf(property)))) {
            throw new ProcessEngineException(property + " is reserved");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
