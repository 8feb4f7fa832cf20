package io.heliograph.common.testing;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/** Rules that hold in every module; each module's ArchitectureTest includes them by {@code ArchTests.in}. */
public final class HouseRules {
    private static final DescribedPredicate<JavaClass> IN_A_NULL_MARKED_PACKAGE = DescribedPredicate.describe(
            "in a @NullMarked package", type -> annotatedWith(NullMarked.class).test(type.getPackage()));

    private static final DescribedPredicate<JavaConstructorCall> MAKES_RANDOMNESS =
            DescribedPredicate.describe("a source of randomness", call -> isSourceOfRandomness(call.getTargetOwner()));

    private static final DescribedPredicate<JavaMethodCall> FINDS_RANDOMNESS = DescribedPredicate.describe(
            "a factory of randomness",
            call -> isSourceOfRandomness(call.getTargetOwner())
                    && call.getName().matches("getInstance.*|of|getDefault"));

    /** R4: one reason to change the cryptography, one package to read for it. */
    @ArchTest
    static final ArchRule onlyCryptoKnowsTheProvider = noClasses()
            .that()
            .resideOutsideOfPackage("io.heliograph.common.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bouncycastle..", "javax.crypto..")
            .allowEmptyShould(true);

    /** R7. */
    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes().should(ArchConditions.be(IN_A_NULL_MARKED_PACKAGE)).allowEmptyShould(true);

    /** R8. */
    @ArchTest
    static final ArchRule noStaticMutableState =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    /** R8: the standard streams belong to the entry points and to the two text consoles. */
    @ArchTest
    static final ArchRule noStandardStreams = noClasses()
            .that()
            .haveNameNotMatching(".*(Main|\\.TerminalApp|\\.AdminConsole)(\\$.*)?")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    /** R8. */
    @ArchTest
    static final ArchRule noGenericExceptions =
            GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.allowEmptyShould(true);

    /** R8. */
    @ArchTest
    static final ArchRule noJavaUtilLogging =
            GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.allowEmptyShould(true);

    /** R9; a sealed class is abstract here, and a sealed interface is an interface. */
    @ArchTest
    static final ArchRule classesAreFinalOrMeantForExtension = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT)
            .allowEmptyShould(true);

    /** R10: randomness is handed in, so that a seeded test can hand in its own. */
    @ArchTest
    static final ArchRule onlySecureRandomsMakesRandomness = noClasses()
            .that()
            .haveNameNotMatching("io\\.heliograph\\.common\\.crypto\\.SecureRandoms(\\$.*)?")
            .should()
            .callConstructorWhere(MAKES_RANDOMNESS)
            .orShould()
            .callMethodWhere(FINDS_RANDOMNESS)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .allowEmptyShould(true);

    private HouseRules() {}

    private static boolean isSourceOfRandomness(JavaClass type) {
        return type.isAssignableTo(Random.class) || type.isAssignableTo(RandomGenerator.class);
    }
}
