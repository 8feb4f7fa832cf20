package io.heliograph.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.heliograph.common.testing.HouseRules;
import java.time.Clock;

/** The rules of the layers in chat-common, as far as a machine can check them. */
@AnalyzeClasses(packages = "io.heliograph.common", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int FEWEST_CLASSES = 1;

    /** Everything below {@code net}: it takes bytes and the time, and gives bytes and decisions. */
    private static final String[] PROTOCOL = {
        "io.heliograph.common.packet..",
        "io.heliograph.common.message..",
        "io.heliograph.common.codec..",
        "io.heliograph.common.crypto..",
        "io.heliograph.common.record..",
        "io.heliograph.common.handshake..",
        "io.heliograph.common.channel..",
        "io.heliograph.common.connection..",
        "io.heliograph.common.e2e.."
    };

    private static final DescribedPredicate<JavaMethodCall> READS_THE_SYSTEM_CLOCK =
            DescribedPredicate.describe("the system's clock", ArchitectureTest::readsTheSystemClock);

    private static final DescribedPredicate<JavaMethodCall> WAITS_OR_NOTIFIES = DescribedPredicate.describe(
            "wait or notify",
            call -> call.getTargetOwner().isEquivalentTo(Object.class)
                    && call.getName().matches("wait|notify|notifyAll"));

    @ArchTest
    static final ArchTests houseRules = ArchTests.in(HouseRules.class);

    /** R1. */
    @ArchTest
    static final ArchRule protocolCodeOwnsNoSocket = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..")
            .allowEmptyShould(true);

    /** R2. */
    @ArchTest
    static final ArchRule protocolCodeOwnsNoThread = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.concurrent\\.(?!TimeUnit).*")
            .orShould()
            .callMethodWhere(WAITS_OR_NOTIFIES)
            .allowEmptyShould(true);

    /** R3. */
    @ArchTest
    static final ArchRule protocolCodeReadsNoClock = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL)
            .should()
            .callMethodWhere(READS_THE_SYSTEM_CLOCK)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .allowEmptyShould(true);

    /** R4. */
    @ArchTest
    static final ArchRule onlyTheModelKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.heliograph.common.packet..", "io.heliograph.common.message..", "io.heliograph.common.codec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .allowEmptyShould(true);

    /** R5: only connection composes them. */
    @ArchTest
    static final ArchRule protocolMachinesDoNotKnowEachOther = slices().matching(
                    "io.heliograph.common.(handshake|channel|record)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    /** R6. */
    @ArchTest
    static final ArchRule layersPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("net")
            .definedBy("io.heliograph.common.net..")
            .layer("connection")
            .definedBy("io.heliograph.common.connection..")
            .layer("end to end")
            .definedBy("io.heliograph.common.e2e..")
            .layer("protocol")
            .definedBy(
                    "io.heliograph.common.handshake..",
                    "io.heliograph.common.channel..",
                    "io.heliograph.common.record..")
            .layer("model")
            .definedBy(
                    "io.heliograph.common.packet..",
                    "io.heliograph.common.message..",
                    "io.heliograph.common.codec..",
                    "io.heliograph.common.crypto..")
            .layer("base")
            .definedBy("io.heliograph.common.util..", "io.heliograph.common.time..")
            .whereLayer("net")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("end to end")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("end to end")
            .mayOnlyAccessLayers("model", "base")
            .whereLayer("connection")
            .mayOnlyBeAccessedByLayers("net")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("connection")
            .whereLayer("model")
            .mayOnlyAccessLayers("base")
            .whereLayer("base")
            .mayNotAccessAnyLayer()
            .allowEmptyShould(true);

    /** R6. */
    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("io.heliograph.common.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    /** R11: protocol code returns reasons and counters; the loop logs. */
    @ArchTest
    static final ArchRule protocolCodeDoesNotLog = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..")
            .allowEmptyShould(true);

    /** M1: a rule over no classes passes; so would a test that the engine never ran. */
    @ArchTest
    static void theImportFoundTheModule(JavaClasses classes) {
        assertTrue(classes.size() >= FEWEST_CLASSES, "only " + classes.size() + " classes");
    }

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        if (owner.equals("java.lang.System")) {
            return call.getName().matches("nanoTime|currentTimeMillis");
        }
        return owner.startsWith("java.time.") && call.getName().equals("now");
    }
}
