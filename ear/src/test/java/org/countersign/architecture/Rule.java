package org.countersign.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Which room may know which. A rule is made for a root package, so that the same rule can be tried on the product and on seeded sins. */
enum Rule {
    MODEL_KNOWS_THE_JDK_ANNOTATIONS_KERNEL_AND_OTHER_MODELS(root -> classes()
            .that(resideInAPackage(root + ".*.model.."))
            .and(not(resideInAPackage(root + ".serviceclock..")))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "javax.crypto..", "jakarta.persistence..", "jakarta.validation..", root + ".kernel", root + ".*.model.."))),

    SERVICE_CLOCK_KNOWS_THE_JDK_ONLY(root -> classes()
            .that(resideInAPackage(root + ".serviceclock.model.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", root + ".serviceclock.model.."))),

    SERVICE_KNOWS_NO_ADAPTER(root -> classes()
            .that(resideInAPackage(root + ".*.service.."))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(root + ".."))
                    .or(resideInAnyPackage(root + ".kernel..", root + ".*.model..", root + ".*.service..")))),

    ONLY_PERSISTENCE_NAMES_THE_ENTITY_MANAGER(root -> noClasses()
            .that(not(resideInAnyPackage(root + ".*.persistence..")))
            .should()
            .dependOnClassesThat(describe(
                    "are JPA's EntityManager, its factory or its queries",
                    type -> type.getName().matches("jakarta\\.persistence\\.(EntityManager.*|PersistenceContext|.*Query|criteria\\..*)")))),

    AN_ENTITY_STAYS_IN_ITS_AREA(root -> classes()
            .should(onlyDepend(
                    "use no entity of another area",
                    (from, to) -> !to.isAnnotatedWith("jakarta.persistence.Entity") || area(root, from).equals(area(root, to))))),

    SCREENS_AND_API_KNOW_SERVICES_VALUES_AND_THE_JOB_LAUNCHER(root -> classes()
            .that(resideInAnyPackage(root + ".web..", root + ".rest.."))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(root + ".."))
                    .or(resideInAnyPackage(
                            root + ".web..",
                            root + ".rest..",
                            root + ".kernel..",
                            root + ".*.model..",
                            root + ".*.service..",
                            root + ".batch.launch..")))),

    BATCH_KNOWS_SERVICES_AND_VALUES(root -> classes()
            .that(resideInAPackage(root + ".batch.."))
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage(root + ".."))
                    .or(resideInAnyPackage(root + ".batch..", root + ".kernel..", root + ".*.model..", root + ".*.service..")))
            // The module may be empty; the seeded violation still proves the rule.
            .allowEmptyShould(true)),

    ONLY_THE_LAUNCHER_OPERATES_JOBS(root -> noClasses()
            .that(not(resideInAPackage(root + ".batch.launch..")))
            .should()
            .dependOnClassesThat(describe(
                    "operate jobs",
                    type -> type.getName().matches("jakarta\\.batch\\.(operations\\.JobOperator|runtime\\.BatchRuntime)")))),

    AREAS_CALL_DOWNWARDS(root -> classes()
            .that(areInAnArea(root))
            .should(onlyDepend(
                    "call only areas that stand below in " + areas(),
                    (from, to) -> !areInAnArea(root).test(to) || level(root, to) <= level(root, from)))),

    AREAS_ARE_FREE_OF_CYCLES(root ->
            SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles()),

    NOBODY_CALLS_AN_OBSERVER(root -> classes()
            .that(areInAnArea(root))
            .should(onlyDepend(
                    "never call notification, report or audit, which observe; only report posts mail of its own, with the document attached",
                    (from, to) -> area(root, from).equals(area(root, to))
                            || !observers().contains(area(root, to))
                            || area(root, to).equals("notification") && area(root, from).equals("report"))));

    /** From the bottom up. A new area takes its place here. */
    private static final List<String> AREAS = List.of(
            "kernel", "serviceclock", "identity", "customer", "rota", "ticket", "vendor", "escalation", "penalty", "replay", "knowledge", "intake", "work",
            "delivery", "quality", "notification", "report", "jobs", "audit");

    private static List<String> observers() {
        return List.of("notification", "report", "audit");
    }

    private static List<String> areas() {
        return AREAS;
    }

    private static final List<String> ABOVE_THE_AREAS = List.of("web", "rest", "batch");

    private final Function<String, ArchRule> rule;

    Rule(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** @param root e.g. {@code org.countersign} */
    ArchRule in(String root) {
        return rule.apply(root).as(name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static DescribedPredicate<JavaClass> areInAnArea(String root) {
        return describe("are in an area", type -> !area(root, type).isEmpty() && !ABOVE_THE_AREAS.contains(area(root, type)));
    }

    /** The package right below the root; empty for what is not ours. */
    private static String area(String root, JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String below = name.substring(root.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    private static int level(String root, JavaClass type) {
        int level = AREAS.indexOf(area(root, type));
        if (level < 0) {
            throw new AssertionError("The area of " + type.getName() + " has no place yet in the list of areas, " + AREAS);
        }
        return level;
    }

    private static ArchCondition<JavaClass> onlyDepend(String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    boolean fine = allowed.test(type, dependency.getTargetClass().getBaseComponentType());
                    events.add(new SimpleConditionEvent(dependency, fine, dependency.getDescription()));
                }
            }
        };
    }
}
