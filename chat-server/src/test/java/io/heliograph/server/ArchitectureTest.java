package io.heliograph.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.heliograph.common.testing.HouseRules;

/** The rules of the relay's packages, as far as a machine can check them. */
@AnalyzeClasses(packages = "io.heliograph.server", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST_CLASSES = 2;

    private static final DescribedPredicate<JavaConstructorCall> MAKES_A_STORE_LOOP_OR_TRANSPORT =
            DescribedPredicate.describe(
                    "a store, a loop or a transport",
                    call -> call.getTargetOwner().getSimpleName().matches(".+(Store|Loop|Transport)")
                            && !call.getOriginOwner()
                                    .isAssignableTo(call.getTargetOwner().getName()));

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    /** R4. */
    @ArchTest
    static final ArchRule onlyTheStoreKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackage("io.heliograph.server.store..")
            .and()
            .haveSimpleNameNotStartingWith("Sql")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
            .allowEmptyShould(true);

    /** R4: a backup's manifest and the audit log are files in JSON. */
    @ArchTest
    static final ArchRule onlyWritersOfFilesKnowJackson = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.heliograph.server.config..", "io.heliograph.server.store.sql..", "io.heliograph.server.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .allowEmptyShould(true);

    /** R6. */
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.heliograph.server.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    /** S1: the loop's packages reach a store through an interface that takes a callback on the loop. */
    @ArchTest
    static final ArchRule theLoopNeitherBlocksNorSends = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.heliograph.server.account..",
                    "io.heliograph.server.conversation..",
                    "io.heliograph.server.session..",
                    "io.heliograph.server.routing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.sqlite..",
                    "io.heliograph.common.net..",
                    "io.heliograph.server.net..",
                    "java.nio.channels..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\..*Socket")
            .allowEmptyShould(true);

    /** S2. */
    @ArchTest
    static final ArchRule onlyEntryPointsBuildTheMachine = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .should()
            .callConstructorWhere(MAKES_A_STORE_LOOP_OR_TRANSPORT)
            .allowEmptyShould(true);

    /** M1: a rule over no classes passes; so would a test that the engine never ran. */
    @ArchTest
    static void theImportFoundTheModule(JavaClasses classes) {
        assertTrue(classes.size() >= FEWEST_CLASSES, "only " + classes.size() + " classes");
    }
}
