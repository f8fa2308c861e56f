package vn.lantoa.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** For each delegate of the catalogue the effect-free twin its template names, taken out of the context once and known by identity. */
@Component
class RehearsalDelegates implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final Catalogue catalogue;
    private Map<String, JavaDelegate> twins = Map.of();

    RehearsalDelegates(ListableBeanFactory beans, Catalogue catalogue) {
        this.beans = beans;
        this.catalogue = catalogue;
    }

    /** @throws IllegalStateException when a template names no twin, or one that does not exist */
    @Override
    public void afterSingletonsInstantiated() {
        var delegates = beans.getBeansOfType(JavaDelegate.class);
        var found = new LinkedHashMap<String, JavaDelegate>();
        for (var template : catalogue.templates()) {
            if (!delegates.containsKey(template.twin())) {
                throw new IllegalStateException("the template of " + template.delegate()
                        + " names the effect-free twin \"" + template.twin() + "\", but there is no such delegate");
            }
            found.put(template.delegate(), delegates.get(template.twin()));
        }
        twins = Map.copyOf(found);
    }

    /** By the name of the delegate they stand in for. */
    Map<String, JavaDelegate> twins() {
        return twins;
    }
}
