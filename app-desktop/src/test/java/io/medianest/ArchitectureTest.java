package io.medianest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Who may know whom, each rule with its reason. The picture of it is in docs/architecture.md.
@AnalyzeClasses(packages = "io.medianest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FEATURES = {
        "io.medianest.server.account..",
        "io.medianest.server.media..",
        "io.medianest.server.request..",
        "io.medianest.server.library..",
        "io.medianest.server.download..",
        "io.medianest.server.dashboard..",
        "io.medianest.server.incident..",
        "io.medianest.server.notification..",
        "io.medianest.server.live..",
        "io.medianest.server.lan..",
        "io.medianest.server.web..",
        "io.medianest.server.settings..",
        "io.medianest.server.admin..",
        "io.medianest.server.openapi.."
    };
    private static final String[] OUTSIDE_SYSTEMS = {
        "io.medianest.server.overseerr..",
        "io.medianest.server.tmdb..",
        "io.medianest.server.plex..",
        "io.medianest.server.uptimekuma..",
        "io.medianest.server.ytdlp..",
        "io.medianest.server.courier.."
    };
    private static final String PLATFORM = "io.medianest.server.platform..";
    private static final String DEMO = "io.medianest.server.demo..";

    @ArchTest
    static final ArchRule model_travels_alone = noClasses()
            .that()
            .resideInAPackage("io.medianest.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.medianest.server..", "io.medianest.desktop..", "javafx..", "io.helidon..", "org.jdbi..")
            .because("what travels between server and clients must not drag either of them along");

    @ArchTest
    static final ArchRule server_does_not_know_the_window = noClasses()
            .that()
            .resideInAPackage("io.medianest.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.medianest.desktop..", "javafx..")
            .because("the server also runs alone, on machines without a display");

    @ArchTest
    static final ArchRule window_uses_the_api_like_everybody = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop..")
            .and()
            .resideOutsideOfPackage("io.medianest.desktop.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.medianest.server..")
            .because("nothing has a private way in: only the launcher knows that the server is in the same process");

    @ArchTest
    static final ArchRule launcher_only_starts_the_server = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop.launch..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.medianest.server..").and(not(resideInAPackage("io.medianest.server"))))
            .because("starting and stopping is all that the launcher may do");

    @ArchTest
    static final ArchRule platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage(PLATFORM)
            .should()
            .dependOnClassesThat(resideInAPackage("io.medianest.server..").and(not(resideInAPackage(PLATFORM))))
            .because("dependencies point from the particular to the general");

    @ArchTest
    static final ArchRule outside_systems_know_no_feature = noClasses()
            .that()
            .resideInAnyPackage(OUTSIDE_SYSTEMS)
            .should()
            .dependOnClassesThat(resideInAnyPackage(FEATURES).or(resideInAPackage(DEMO)))
            .because("a client tells what an outside system says, not what the household makes of it");

    @ArchTest
    static final ArchRule features_meet_in_wiring_only = slices().matching(
                    "io.medianest.server.(account|media|request|library|download|dashboard|incident|notification|live|lan|web|settings|admin|openapi)..")
            .should()
            .notDependOnEachOther()
            .because("a feature can be read, changed and removed by itself; the needing side declares an interface");

    @ArchTest
    static final ArchRule outside_systems_stand_alone = slices().matching(
                    "io.medianest.server.(overseerr|tmdb|plex|uptimekuma|ytdlp|courier)..")
            .should()
            .notDependOnEachOther()
            // Overseerr hands TMDB's descriptions on: what they mean is known in one place.
            .ignoreDependency(resideInAPackage("io.medianest.server.overseerr.."), simpleName("TmdbTitles"))
            .because("one package is the only place that knows one outside system");

    @ArchTest
    static final ArchRule demo_is_an_outside_world = noClasses()
            .that()
            .resideInAPackage(DEMO)
            .should()
            .dependOnClassesThat(resideInAPackage("io.medianest.server..").and(not(resideInAPackage(DEMO))))
            .because("stand-ins that shared code with the clients would share their mistakes");

    @ArchTest
    static final ArchRule only_the_start_knows_the_demo = noClasses()
            .that()
            .resideOutsideOfPackage(DEMO)
            .and()
            .doNotHaveFullyQualifiedName("io.medianest.server.MediaNestServer")
            .and()
            .doNotHaveFullyQualifiedName("io.medianest.server.DemoSettings")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DEMO)
            .because("the ordinary program must run in the demo, with no branch for it");

    @ArchTest
    static final ArchRule no_cycles = slices().matching("io.medianest.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package that was given two names");

    @ArchTest
    static final ArchRule helidon_stays_at_the_edge = noClasses()
            .that(not(resideInAnyPackage(
                            "io.medianest.server.platform.http..", "io.medianest.server.platform.socketio..", DEMO))
                    .and(not(simpleName("MediaNestServer"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..")
            .because("rules that know HTTP cannot be tested or reused without it");

    @ArchTest
    static final ArchRule jdbi_stays_in_stores = noClasses()
            .that(not(resideInAnyPackage("io.medianest.server.platform.db..", "io.medianest.server.platform.job.."))
                    .and(not(storeOrItsRows())))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jdbi..")
            .because("SQL stands in stores, where one looks for it");

    @ArchTest
    static final ArchRule databases_differ_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.medianest.server.platform.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "org.h2..")
            .because("a feature that knew the database would have to be written and tested once for each");

    @ArchTest
    static final ArchRule redis_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.medianest.server.platform.redis..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("redis.clients..")
            .because("a household with one server has none, and no feature may notice");

    @ArchTest
    static final ArchRule redis_is_chosen_in_one_place = noClasses()
            .that(resideInAnyPackage(FEATURES).or(resideInAnyPackage(OUTSIDE_SYSTEMS)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.medianest.server.platform.redis..", "io.medianest.server.platform.node..")
            .because("features use interfaces of the platform and know nothing of what stands behind them");

    @ArchTest
    static final ArchRule resilience_in_one_place = noClasses()
            .that(not(resideInAPackage("io.medianest.server.platform.resilience.."))
                    .and(not(resideInAnyPackage(OUTSIDE_SYSTEMS))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..")
            .because("timeouts, retries and breakers of all services must be found in one place");

    @ArchTest
    static final ArchRule figures_in_one_form = noClasses()
            .that()
            .doNotHaveSimpleName("Metrics")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.prometheus..")
            .because("who measures need not know for whom, and labels must stay few");

    @ArchTest
    static final ArchRule outgoing_http_in_few_places = noClasses()
            .that(not(resideInAnyPackage(OUTSIDE_SYSTEMS))
                    .and(not(resideInAnyPackage(
                            "io.medianest.server.platform.resilience..", "io.medianest.desktop.api..", DEMO))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("every call that leaves the program has a budget, and those are given out there");

    @ArchTest
    static final ArchRule scene_graph_in_views = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop..")
            .and(not(resideInAnyPackage("io.medianest.desktop.shell..", "io.medianest.desktop.ui.."))
                    .and(not(viewOrPartOfOne()))
                    .and(not(simpleName("DesktopApp"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.scene..")
            .because("what decides must be testable without a screen");

    @ArchTest
    static final ArchRule view_models_know_no_screen = noClasses()
            .that(simpleNameEndingWith("ViewModel").and(resideInAPackage("io.medianest.desktop..")))
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .and(not(resideInAnyPackage(
                            "javafx.beans..", "javafx.collections..", "javafx.util..", "javafx.event.."))))
            .because("view models are tested without a toolkit");

    @ArchTest
    static final ArchRule api_knows_no_looks = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "io.medianest.desktop.ui..", "io.medianest.desktop.shell..")
            .because("talking with the server must work without a window");

    @ArchTest
    static final ArchRule kit_knows_no_screen = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.medianest.desktop.search..",
                    "io.medianest.desktop.request..",
                    "io.medianest.desktop.status..",
                    "io.medianest.desktop.home..",
                    "io.medianest.desktop.shell..")
            .because("what all screens are made of cannot be made of screens");

    @ArchTest
    static final ArchRule awt_sleeps = noClasses()
            .that()
            .resideInAPackage("io.medianest.desktop..")
            .and()
            .resideOutsideOfPackage("io.medianest.desktop.tray..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")
            .because(
                    "AWT costs the start a second and needs a display; only the tray wakes it, when the window is there");

    @ArchTest
    static final ArchRule one_place_hops_threads = noClasses()
            .that()
            .doNotHaveSimpleName("UiThread")
            .and()
            .resideInAPackage("io.medianest.desktop..")
            .should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("the rule that view-model state is touched on the FX thread only needs one gate to be checked at");

    @ArchTest
    static final ArchRule names_say_something = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .because("such a name fits everything and therefore tells nothing");

    @ArchTest
    static final ArchRule no_singletons = methods()
            .should()
            .notHaveName("getInstance")
            .because("collaborators are handed in by Wiring")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_field_injection = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("javax.inject.Inject")
            .because("collaborators come by constructor");

    @ArchTest
    static final ArchRule standard_streams_belong_to_main = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .and()
            .doNotHaveSimpleName("YtDlpStandIn")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("everything else logs");

    @ArchTest
    static final ArchRule few_collaborators = constructors()
            .that()
            .areDeclaredInClassesThat(notRecordsOrEnums())
            .should(haveAtMostParameters(7))
            .because("a class that needs more than seven others does more than one thing");

    @ArchTest
    static final ArchRule routes_are_tables_of_contents = classes()
            .that(simpleNameEndingWith("Routes").and(resideInAnyPackage(FEATURES)))
            .should()
            .implement("io.medianest.server.platform.http.Routes")
            .because("every route stands in a table with its access");

    private static DescribedPredicate<JavaClass> storeOrItsRows() {
        return DescribedPredicate.describe(
                "a store, a row mapper or a part of one",
                type -> outermost(type).getSimpleName().endsWith("Store")
                        || outermost(type).getSimpleName().endsWith("Mapper"));
    }

    private static DescribedPredicate<JavaClass> viewOrPartOfOne() {
        return DescribedPredicate.describe(
                "a view or a part of one",
                type -> outermost(type).getSimpleName().endsWith("View"));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaClass> notRecordsOrEnums() {
        return DescribedPredicate.describe("neither records nor enums", type -> !type.isRecord() && !type.isEnum());
    }

    private static ArchCondition<JavaConstructor> haveAtMostParameters(int most) {
        return new ArchCondition<>("have at most " + most + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int count = constructor.getRawParameterTypes().size();
                if (count > most) {
                    events.add(SimpleConditionEvent.violated(
                            constructor, "%s takes %d arguments".formatted(constructor.getFullName(), count)));
                }
            }
        };
    }
}
