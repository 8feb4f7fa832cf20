package io.heliograph.common;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.w3c.dom.Document;

/** A gate that was switched off by accident looks exactly like clean code; this looks at the gates themselves. */
class BuildGatesTest {
    private static final Path ROOT =
            Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath();
    private static final int[] FIRST_SUREFIRE_THAT_RUNS_RULE_FIELDS = {3, 5, 4};

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private static Document pom;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private static Document checkstyle;

    @BeforeAll
    static void readTheBuild() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        pom = factory.newDocumentBuilder().parse(ROOT.resolve("pom.xml").toFile());
        checkstyle = factory.newDocumentBuilder()
                .parse(ROOT.resolve("config/checkstyle.xml").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Werror", "-parameters", "-Xlint:all,-processing,-serial"})
    void compilerIsStrict(String argument) throws Exception {
        String arguments = plugin("maven-compiler-plugin") + "/configuration/compilerArgs/arg";

        assertTrue(holds(arguments + "[text()='" + argument + "']"));
    }

    @Test
    void errorProneAndNullAwayFailTheCompilation() throws Exception {
        String errorProne = text(plugin("maven-compiler-plugin") + "//arg[starts-with(text(),'-Xplugin:ErrorProne')]");

        assertTrue(errorProne.contains("-Xep:NullAway:ERROR"), errorProne);
        assertTrue(errorProne.contains("-XepOpt:NullAway:OnlyNullMarked=true"), errorProne);
        assertFalse(errorProne.contains("AllErrorsAsWarnings"), errorProne);
        assertTrue(holds(plugin("maven-compiler-plugin") + "//path[artifactId='error_prone_core']"));
        assertTrue(holds(plugin("maven-compiler-plugin") + "//path[artifactId='nullaway']"));
    }

    @ParameterizedTest
    @CsvSource({"spotless-maven-plugin,check", "maven-checkstyle-plugin,check", "maven-enforcer-plugin,enforce"})
    void gateIsBoundToTheBuild(String artifact, String goal) throws Exception {
        assertTrue(holds(plugin(artifact) + "/executions/execution/goals/goal[text()='" + goal + "']"));
        assertFalse(holds(plugin(artifact) + "//skip"));
        assertFalse(holds("/project/properties/*[starts-with(name(), 'spotless.check.skip')]"));
        assertFalse(holds("/project/properties/*[starts-with(name(), 'checkstyle.skip')]"));
    }

    @ParameterizedTest
    @CsvSource({
        "FileLength,500",
        "LineLength,120",
        "MethodLength,60",
        "ParameterNumber,6",
        "NestedIfDepth,2",
        "CyclomaticComplexity,12"
    })
    void sizesAreGated(String check, int largest) throws Exception {
        String max = XPATH.evaluate("//module[@name='" + check + "']/property[@name='max']/@value", checkstyle);

        assertEquals(largest, Integer.parseInt(max));
    }

    @Test
    void checkstyleViolationsAreErrors() throws Exception {
        assertEquals("error", XPATH.evaluate("/module/property[@name='severity']/@value", checkstyle));
        assertEquals("error", text(plugin("maven-checkstyle-plugin") + "/configuration/violationSeverity"));
        assertEquals("true", text(plugin("maven-checkstyle-plugin") + "/configuration/includeTestSourceDirectory"));
    }

    @Test
    void mavenOpensTheCompilerToErrorProne() throws Exception {
        String options = Files.readString(ROOT.resolve(".mvn/jvm.config"));

        assertTrue(options.contains("--add-exports jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED"));
        assertTrue(options.contains("--add-opens jdk.compiler/com.sun.tools.javac.comp=ALL-UNNAMED"));
    }

    @Test
    void surefireIsOneThatRunsArchitectureRules() throws Exception {
        String version =
                text("/project/build/pluginManagement/plugins/plugin" + "[artifactId='maven-surefire-plugin']/version");
        int[] parts =
                Stream.of(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();

        assertTrue(Arrays.compare(parts, FIRST_SUREFIRE_THAT_RUNS_RULE_FIELDS) >= 0, version);
    }

    @Test
    void surefireDoesNotHideTheDisplay() throws Exception {
        assertFalse(text(plugin("maven-surefire-plugin") + "/configuration").contains("java.awt.headless"));
    }

    /** A rule is a field, not a method, so an engine may pass it by in silence. */
    @Test
    void aBrokenRuleFieldFails() {
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(BrokenRule.class))
                .build();

        LauncherFactory.create().execute(request, listener);

        TestExecutionSummary summary = listener.getSummary();
        assertEquals(1, summary.getTestsFoundCount());
        assertEquals(1, summary.getTestsFailedCount());
        assertTrue(summary.getFailures().get(0).getException() instanceof AssertionError);
    }

    private static String plugin(String artifact) {
        return "/project/build/plugins/plugin[artifactId='" + artifact + "']";
    }

    private static boolean holds(String path) throws XPathExpressionException {
        return Boolean.parseBoolean(XPATH.evaluate("boolean(" + path + ")", pom));
    }

    private static String text(String path) throws XPathExpressionException {
        return XPATH.evaluate(path, pom);
    }

    /** Wrong on purpose; surefire passes nested classes by, so only the test above runs it. */
    @AnalyzeClasses(classes = BuildGatesTest.class)
    static class BrokenRule {
        @ArchTest
        static final ArchRule everyClassIsAnInterface = classes().should().beInterfaces();
    }
}
