package io.heliograph.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.heliograph.common.testing.HouseRules;
import java.awt.EventQueue;
import javax.swing.SwingUtilities;

/** Keeps the client usable without a display, and Swing on its own thread. */
@AnalyzeClasses(packages = "io.heliograph.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST_CLASSES = 2;
    private static final String[] SWING = {"javax.swing..", "java.awt..", "com.formdev.."};

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    /** R6. */
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.heliograph.client.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    /** C1. */
    @ArchTest
    static final ArchRule onlyTheDesktopKnowsSwing = noClasses()
            .that()
            .resideOutsideOfPackage("io.heliograph.client.swing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SWING)
            .allowEmptyShould(true);

    /** C2. */
    @ArchTest
    static final ArchRule presentersKnowNoComponents = noClasses()
            .that()
            .haveSimpleNameEndingWith("Presenter")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SWING)
            .allowEmptyShould(true);

    /** C2. */
    @ArchTest
    static final ArchRule viewsDecideNothing = noClasses()
            .that()
            .haveNameMatching(".*(Panel|Window|Dialog)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.heliograph.client.core.connection..",
                    "io.heliograph.common.net..",
                    "io.heliograph.common.crypto..")
            .allowEmptyShould(true);

    /** C3. */
    @ArchTest
    static final ArchRule onlyTheBridgeEntersTheEventThread = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(EdtEventQueue|SwingApp)(\\$.*)?")
            .should()
            .callMethod(SwingUtilities.class, "invokeLater", Runnable.class)
            .orShould()
            .callMethod(SwingUtilities.class, "invokeAndWait", Runnable.class)
            .orShould()
            .callMethod(EventQueue.class, "invokeLater", Runnable.class)
            .orShould()
            .callMethod(EventQueue.class, "invokeAndWait", Runnable.class)
            .allowEmptyShould(true);

    /** C4. */
    @ArchTest
    static final ArchRule theDesktopDoesNotKnowTheTerminal = noClasses()
            .that()
            .resideInAPackage("io.heliograph.client.swing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.heliograph.client.terminal..", "org.jline..")
            .allowEmptyShould(true);

    /** C4. */
    @ArchTest
    static final ArchRule theTerminalDoesNotKnowTheDesktop = noClasses()
            .that()
            .resideInAPackage("io.heliograph.client.terminal..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.heliograph.client.swing..")
            .allowEmptyShould(true);

    /** C4. */
    @ArchTest
    static final ArchRule theCoreKnowsNoFace = noClasses()
            .that()
            .resideInAPackage("io.heliograph.client.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.heliograph.client.swing..", "io.heliograph.client.terminal..", "org.jline..")
            .allowEmptyShould(true);

    /** M1: a rule over no classes passes; so would a test that the engine never ran. */
    @ArchTest
    static void theImportFoundTheModule(JavaClasses classes) {
        assertTrue(classes.size() >= FEWEST_CLASSES, "only " + classes.size() + " classes");
    }
}
