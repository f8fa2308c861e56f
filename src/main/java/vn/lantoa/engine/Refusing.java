package vn.lantoa.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.delegate.ScriptInvocation;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Layer 4: the engine's own ways to scripts and classes, each answering no. */
final class Refusing {

    private Refusing() {}

    static final class Scripts extends ScriptFactory {

        @Override
        public ExecutableScript createScriptFromResource(String language, String resource) {
            throw no("script resource");
        }

        @Override
        public ExecutableScript createScriptFromResource(String language, Expression resource) {
            throw no("script resource");
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, String source) {
            throw no("script");
        }

        @Override
        public ExecutableScript createScriptFromSource(String language, Expression source) {
            throw no("script");
        }
    }

    /** A JUEL script engine is always on the class path and would go past the expression manager. */
    static final class ScriptEngines implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw no("script engine");
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw no("script engine");
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean fromCache) {
            throw no("script engine " + language);
        }
    }

    static final class Classes implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw no("class " + type.getName());
        }
    }

    static final class Interceptor extends DefaultDelegateInterceptor {

        @Override
        public void handleInvocation(DelegateInvocation invocation) throws Exception {
            if (invocation instanceof ScriptInvocation) {
                throw no("script");
            }
            super.handleInvocation(invocation);
        }
    }

    static ProcessEngineException no(String what) {
        return new ProcessEngineException("not allowed in a diagram: " + what);
    }
}
