package io.hdlgen.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's plan: who may know whom. */
@AnalyzeClasses(packages = "io.hdlgen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Every package is a slice of its own. */
  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("io.hdlgen.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LAYERS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("quantizer")
          .definedBy("io.hdlgen.quantizer..")
          .layer("hdl")
          .definedBy("io.hdlgen.hdl..")
          .optionalLayer("sim")
          .definedBy("io.hdlgen.sim..")
          .layer("boards")
          .definedBy("io.hdlgen.boards..")
          .layer("flow")
          .definedBy("io.hdlgen.flow..")
          .layer("explore")
          .definedBy("io.hdlgen.explore..")
          .layer("canids")
          .definedBy("io.hdlgen.canids..")
          .layer("cli")
          .definedBy("io.hdlgen.cli..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("explore")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("canids")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("flow")
          .mayOnlyBeAccessedByLayers("explore", "canids", "cli")
          .whereLayer("boards")
          .mayOnlyBeAccessedByLayers("flow", "explore", "canids", "cli")
          .whereLayer("sim")
          .mayOnlyBeAccessedByLayers("flow", "explore", "canids", "cli")
          .whereLayer("hdl")
          .mayOnlyBeAccessedByLayers("sim", "boards", "flow", "explore", "canids", "cli");

  /** The core is a library: it neither prints nor ends the process. */
  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.hdlgen.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  /** Names in the public API that a user of another JSON or command-line library could not bear. */
  @ArchTest
  static final ArchRule NO_FOREIGN_TYPES_IN_SIGNATURES =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("io.hdlgen.cli..")
          .should()
          .notHaveRawReturnType(
              describe(
                  "a type of Jackson, protobuf or picocli",
                  type ->
                      type.getPackageName().startsWith("com.fasterxml.")
                          || type.getPackageName().startsWith("com.google.protobuf")
                          || type.getPackageName().startsWith("ai.onnx")
                          || type.getPackageName().startsWith("picocli")));
}
