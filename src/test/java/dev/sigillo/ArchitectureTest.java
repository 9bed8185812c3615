package dev.sigillo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of who may import whom, and the fences around vendor libraries. */
@AnalyzeClasses(packages = "dev.sigillo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule snapshot_knows_nothing_of_ours = imports("snapshot");

  @ArchTest static final ArchRule mailauth_knows_nothing_of_ours = imports("mailauth");

  @ArchTest static final ArchRule control_knows_nothing_of_ours = imports("control");

  @ArchTest static final ArchRule policy = imports("policy", "control");

  @ArchTest
  static final ArchRule effective = imports("effective", "snapshot", "mailauth", "policy");

  @ArchTest static final ArchRule assessment = imports("assessment", "control", "policy");

  @ArchTest static final ArchRule collect = imports("collect", "snapshot", "mailauth");

  @ArchTest
  static final ArchRule redact = imports("redact", "snapshot", "assessment", "control", "policy");

  @ArchTest
  static final ArchRule evaluate =
      imports(
          "evaluate",
          "snapshot",
          "mailauth",
          "kpi",
          "effective",
          "control",
          "policy",
          "assessment");

  @ArchTest static final ArchRule kpi = imports("kpi", "snapshot", "mailauth");

  @ArchTest static final ArchRule incident = imports("incident", "snapshot", "mailauth", "kpi");

  @ArchTest
  static final ArchRule report = imports("report", "assessment", "control", "policy", "incident");

  @ArchTest static final ArchRule simulator_knows_nothing_of_ours = imports("simulator");

  @ArchTest
  static final ArchRule only_the_command_line_simulates =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.sigillo.cli..", "dev.sigillo.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sigillo.simulator..")
          .because("the simulated tenant is to prove the collector wrong");

  @ArchTest
  static final ArchRule nothing_imports_the_command_line =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sigillo.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sigillo.cli..")
          .because("the command line is the outermost room");

  @ArchTest
  static final ArchRule no_circles =
      slices().matching("dev.sigillo.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule drools_stays_in_evaluate = fence("evaluate", "org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule jasper_and_pdfbox_stay_in_report =
      fence("report", "net.sf.jasperreports..", "org.apache.pdfbox..");

  @ArchTest
  static final ArchRule dnsjava_stays_in_collect_and_simulator =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.sigillo.collect..", "dev.sigillo.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xbill..")
          .because("who asks DNS and who plays it both speak its wire format");

  @ArchTest
  static final ArchRule graph_and_azure_stay_in_collect =
      fence(
          "collect",
          "com.microsoft.graph..",
          "com.microsoft.kiota..",
          "com.azure..",
          "com.microsoft.aad..",
          "dev.failsafe..");

  @ArchTest
  static final ArchRule mime4j_stays_in_incident = fence("incident", "org.apache.james..");

  @ArchTest
  static final ArchRule guava_stays_in_mailauth = fence("mailauth", "com.google.common..");

  @ArchTest static final ArchRule picocli_stays_in_cli = fence("cli", "picocli..");

  @ArchTest
  static final ArchRule the_process_ends_in_cli_only =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sigillo.cli..")
          .should()
          .callMethod(System.class, "exit", int.class)
          .because("tests call a method that returns the code");

  @ArchTest
  static final ArchRule no_clock_outside_cli =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sigillo.cli..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("the same input gives the same bytes, whenever it is judged");

  /** A package of ours imports these packages of ours, and no others. */
  private static ArchRule imports(String own, String... others) {
    List<String> allowed = new ArrayList<>(List.of("dev.sigillo." + own + ".."));
    Arrays.stream(others).forEach(other -> allowed.add("dev.sigillo." + other + ".."));
    return classes()
        .that()
        .resideInAPackage("dev.sigillo." + own + "..")
        .should()
        .onlyDependOnClassesThat(
            are(
                resideInAnyPackage(allowed.toArray(String[]::new))
                    .or(
                        describe(
                            "outside the project",
                            (JavaClass c) -> !c.getPackageName().startsWith("dev.sigillo")))))
        .because("each arrow from tenant to report can be run alone");
  }

  /** A vendor's packages are used in one of our packages only. */
  private static ArchRule fence(String own, String... vendor) {
    return noClasses()
        .that()
        .resideOutsideOfPackages("dev.sigillo." + own + "..", "rules..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(vendor)
        .because("a library that is fenced in can be replaced");
  }
}
