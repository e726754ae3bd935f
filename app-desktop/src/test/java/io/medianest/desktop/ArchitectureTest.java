package io.medianest.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.application.Platform;

/// What may know what inside the window, each rule with its reason.
@AnalyzeClasses(packages = "io.medianest.desktop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_LAUNCH_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("..desktop.launch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.medianest.server..")
            .because("the window uses the same API as every device");

    @ArchTest
    static final ArchRule VIEW_MODELS_NEED_NO_TOOLKIT = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
            .because("they are tested without one");

    @ArchTest
    static final ArchRule THE_API_KNOWS_NO_LOOKS = noClasses()
            .that()
            .resideInAPackage("..desktop.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "..desktop.ui..", "..desktop.shell..")
            .because("talking to the server is one thing and drawing another");

    @ArchTest
    static final ArchRule ONE_DOOR_TO_THE_FX_THREAD = noClasses()
            .that()
            .doNotHaveSimpleName("UiThread")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("hops between threads are easy to follow when there is one place for them");

    @ArchTest
    static final ArchRule KIT_KNOWS_NO_SCREEN = noClasses()
            .that()
            .resideInAnyPackage("..desktop.ui..", "..desktop.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..desktop.shell..", "..desktop.search..", "..desktop.launch..")
            .because("every screen is made of it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.medianest.desktop.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a cycle is one package in disguise");
}
