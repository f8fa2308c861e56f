package vn.lantoa.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;

/** A called process is about the dossier of its caller, whatever the diagram says. */
class SameDossier implements ParameterValueProvider {

    @Override
    public Object getValue(VariableScope caller) {
        return ((DelegateExecution) caller).getProcessBusinessKey();
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
