package vn.lantoa.engine;

import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The linter: whether a process, rule table or form is safe to run. Works on one file, needs no engine. */
@Component
public class ModelRules {

    private final RuleList list;
    private final XmlRules xml;
    private final FormRules forms;

    @Autowired
    ModelRules(Catalogue catalogue, ExpressionCalls calls) {
        this(RuleList.load(), calls.names(), catalogue.names());
    }

    ModelRules(RuleList list, Set<String> calls, Set<String> delegates) {
        this.list = list;
        this.xml = new XmlRules(list, new ExpressionRules(list, calls, delegates), delegates);
        this.forms = new FormRules(list);
    }

    /** Everything that speaks against this file; empty when it is safe. */
    public List<Finding> check(String file, byte[] content) {
        var ending = file.substring(file.lastIndexOf('.') + 1);
        if (!list.files().endings().contains(ending)) {
            return List.of(
                    Finding.error(file, "file", "ending", "only " + list.files().endings() + " may be deployed"));
        }
        if (content.length > list.files().bytes()) {
            return List.of(Finding.error(
                    file, "file", "too-large", "more than " + list.files().bytes() + " bytes"));
        }
        return ending.equals("form") ? forms.check(file, content) : xml.check(file, content, ending.equals("dmn"));
    }

    int filesPerDeployment() {
        return list.files().perDeployment();
    }
}
