package vn.lantoa.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules of the house (README, "The map") for a root package, so that they can be tried on planted violations too. */
record HouseRules(String root) {

    private static final List<String> FEATURES =
            List.of("tasklist", "reporting", "commendation", "models", "diagrams", "onboarding", "operations");
    private static final List<String> SERVICES =
            List.of("engine", "form", "document", "notification", "calendar", "audit", "dossier", "rulebook");

    /** Every rule by its sentence. */
    Map<String, ArchRule> all() {
        var rules = new TreeMap<String, ArchRule>();
        rules.put("only engine and process packages know the engine", onlyTheEngineKnowsCamunda());
        rules.put("nothing is public in web and process packages", nothingPublicAtTheEdges());
        rules.put("organization imports nothing of the house", organizationStandsAlone());
        rules.put("services never import a feature", servicesKnowNoFeature());
        rules.put("web imports no feature", webKnowsNoFeature());
        rules.put("web and process are nobody's import", edgesAreNobodysImport());
        rules.put("reporting knows none of its parts", aFeatureKnowsNoneOfItsParts("reporting"));
        rules.put("commendation knows none of its parts", aFeatureKnowsNoneOfItsParts("commendation"));
        rules.put("models knows none of its parts", aFeatureKnowsNoneOfItsParts("models"));
        for (var feature : FEATURES) {
            rules.put("features never import each other: " + feature, featureKnowsNoOther(feature));
        }
        return rules;
    }

    private ArchRule onlyTheEngineKnowsCamunda() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("engine"), root + "..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .allowEmptyShould(true);
    }

    private ArchRule nothingPublicAtTheEdges() {
        return classes()
                .that()
                .resideInAnyPackage(
                        root + ".*.web..", root + ".*.*.web..", root + ".*.process..", root + ".*.*.process..")
                .should()
                .notBePublic()
                .allowEmptyShould(true);
    }

    private ArchRule organizationStandsAlone() {
        return noClasses()
                .that()
                .resideInAPackage(in("organization"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(SERVICES, FEATURES, List.of("web", "demo")))
                .allowEmptyShould(true);
    }

    private ArchRule servicesKnowNoFeature() {
        return noClasses()
                .that()
                .resideInAnyPackage(packages(SERVICES))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FEATURES, List.of("web", "demo")))
                .allowEmptyShould(true);
    }

    private ArchRule webKnowsNoFeature() {
        return noClasses()
                .that()
                .resideInAPackage(in("web"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(FEATURES, List.of("demo")))
                .allowEmptyShould(true);
    }

    private ArchRule featureKnowsNoOther(String feature) {
        var others = FEATURES.stream().filter(other -> !other.equals(feature)).toList();
        return noClasses()
                .that()
                .resideInAPackage(in(feature))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages(others, List.of("web", "demo")))
                .allowEmptyShould(true);
    }

    /** What stands on a feature inside it, such as consolidation on reporting, is asked through its interfaces. */
    private ArchRule aFeatureKnowsNoneOfItsParts(String feature) {
        return noClasses()
                .that()
                .resideInAPackage(root + "." + feature)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + "." + feature + ".*..")
                .allowEmptyShould(true);
    }

    private ArchRule edgesAreNobodysImport() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".*.web..", root + ".*.*.web..", root + ".*.process..", root + ".*.*.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + ".*.web..", root + ".*.*.web..", root + ".*.process..", root + ".*.*.process..")
                .allowEmptyShould(true);
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    @SafeVarargs
    private String[] packages(List<String>... names) {
        var all = new ArrayList<String>();
        Arrays.stream(names).forEach(list -> list.forEach(name -> all.add(in(name))));
        return all.toArray(String[]::new);
    }
}
