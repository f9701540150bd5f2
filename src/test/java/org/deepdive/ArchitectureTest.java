package org.deepdive;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepdive.disclosure.Cleared;
import org.deepdive.disclosure.Gate;
import org.deepdive.study.MicrodataReader;
import org.deepdive.study.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The house rules of imports: they run down one list of packages only, and each foreign library has its owners. Each
 * rule allows a package that is not there; that the check itself does not run over nothing is a test of its own.
 */
class ArchitectureTest {

    private static final String ROOT = "org.deepdive";

    /** What each package may import of Deepdive, beside itself. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("study", List.of()),
            Map.entry("estimate", List.of("study")),
            Map.entry("published", List.of("study", "estimate")),
            Map.entry("practice", List.of("study", "estimate", "published")),
            Map.entry("disclosure", List.of("study", "estimate", "published")),
            Map.entry("plot", List.of("study", "estimate", "published", "disclosure")),
            Map.entry("table", List.of("study", "estimate", "disclosure")),
            Map.entry("analysis", List.of("study", "estimate", "published", "practice", "disclosure", "plot", "table")),
            Map.entry(
                    "notebook",
                    List.of("study", "estimate", "published", "practice", "disclosure", "plot", "table", "analysis")),
            Map.entry(
                    "server",
                    List.of("study", "estimate", "published", "disclosure", "plot", "table", "analysis", "notebook")),
            // The build compiles src/main/jte to this package.
            Map.entry(
                    "templates",
                    List.of(
                            "study",
                            "estimate",
                            "published",
                            "disclosure",
                            "plot",
                            "table",
                            "analysis",
                            "notebook",
                            "server")),
            Map.entry(
                    "cli",
                    List.of(
                            "study",
                            "estimate",
                            "published",
                            "practice",
                            "disclosure",
                            "plot",
                            "table",
                            "analysis",
                            "notebook",
                            "server")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static String[] below(String... packages) {
        return Arrays.stream(packages).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }

    static Stream<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted();
    }

    @Test
    void the_check_does_not_run_over_nothing() throws Exception {
        assertThat(CLASSES.size()).isGreaterThan(40);
        URI sources = MicrodataReader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (Stream<Path> folders = Files.list(Path.of(sources).resolve(ROOT.replace('.', '/')))) {
            List<String> present = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
            assertThat(present).contains("study", "estimate", "disclosure");
            assertThat(present).allSatisfy(name -> {
                assertThat(MAY_IMPORT)
                        .as("what " + name + " may import is written down")
                        .containsKey(name);
                assertThat(CLASSES.that(resideInAnyPackage(below(name)))).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void imports_run_down_the_list_only(String name) {
        List<String> allowed = MAY_IMPORT.get(name);
        String[] forbidden = Stream.concat(
                        packages()
                                .filter(other -> !other.equals(name) && !allowed.contains(other))
                                .map(other -> below(other)[0]),
                        Stream.of(ROOT))
                .toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAnyPackage(below(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden));
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void nobody_imports_the_program_but_the_program() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT).or(resideInAPackage(ROOT + ".cli.."))));
    }

    @Test
    void tables_of_tablesaw_stay_where_tables_are_loaded_and_shown() {
        owned(
                resideInAPackage("tech.tablesaw..").and(not(resideInAPackage("tech.tablesaw.plotly.."))),
                "study",
                "estimate",
                "practice",
                "table",
                "notebook",
                "analysis");
    }

    @Test
    void figures_of_jsplot_stay_in_plot() {
        owned(resideInAPackage("tech.tablesaw.plotly.."), "plot");
    }

    @Test
    void spreadsheets_are_written_in_table_and_pictures_drawn_in_plot() {
        owned(resideInAPackage("com.github.miachm.sods.."), "table");
        owned(resideInAPackage("com.github.weisj.jsvg.."), "plot");
    }

    @Test
    void the_web_stays_in_server() {
        owned(resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."), "server");
    }

    @Test
    void kernels_stay_in_notebook() {
        owned(resideInAnyPackage("org.rapaio..", "io.github.spencerpark..", "org.dflib.."), "notebook");
    }

    @Test
    void kernels_are_spoken_to_in_one_place() {
        owned(resideInAnyPackage("org.zeromq..", "zmq.."), "notebook.run");
        owned(resideInAnyPackage("com.sun.source..", "javax.tools.."), "notebook.run");
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".notebook.format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".notebook.run.."));
    }

    @Test
    void the_server_never_reads_respondents_nor_invents_them() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".server..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(MicrodataReader.class, StudyReader.class));
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".practice.."));
    }

    @Test
    void only_the_gate_makes_cleared_results() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(Gate.class)
                .should()
                .callConstructorWhere(target(owner(type(Cleared.class)))));
        check(constructors().that().areDeclaredIn(Cleared.class).should().bePackagePrivate());
        check(classes().that().belongToAnyOf(Cleared.class).should().haveOnlyFinalFields());
    }

    @Test
    void only_commands_print() {
        ArchRule streams = noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
        check(streams);
    }

    private static void owned(DescribedPredicate<JavaClass> library, String... owners) {
        check(noClasses().that().resideOutsideOfPackages(below(owners)).should().dependOnClassesThat(library));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
