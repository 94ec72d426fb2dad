package io.hdlgen.flow;

import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.FoldingWish;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is to be made of a model.
 *
 * @param model ONNX, QONNX or network.json; empty for the built-in digits example
 * @param precision bits, as far as the user says
 * @param method how a float model becomes one of integers; empty: as usual. A model that is one of
 *     integers already takes none
 * @param data samples: to make integers of a float model, and to measure accuracy
 * @param testData samples to measure accuracy on in place of {@code data}
 * @param hardware what the hardware looks like
 * @param check what is compared
 * @param output the design folder; empty for {@code ./<top>}
 * @param dryRun whether everything is worked out, but nothing compared or written
 * @param resume whether training goes on where a killed run of the same request has left off
 * @param overwrite whether files that the user added to the design folder, or edited there, may be
 *     lost
 * @param threads at least 1
 */
public record EmitRequest(
    Optional<Path> model,
    Precision precision,
    Optional<QuantizationMethod> method,
    Optional<DataSource> data,
    Optional<DataSource> testData,
    Hardware hardware,
    Check check,
    Optional<Path> output,
    boolean dryRun,
    boolean resume,
    boolean overwrite,
    int threads) {

  /**
   * What the hardware looks like.
   *
   * @param outputs empty: the class, or the scores of a network that gives no class
   * @param folding what a folded design is to be like; empty: as usual
   * @param multiplication which products of a folded design are multiplications
   * @param target name of a target
   * @param clockMhz the clock to pipeline for; empty: the target's
   * @param stages number of pipeline stages, whatever the clock; only of a pipeline
   * @param top name of the top module; empty: after the model's file
   * @param bus how a design with a clock is connected
   * @param loadable whether other networks of the same shape can be loaded into a folded design
   */
  public record Hardware(
      ArchitectureChoice architecture,
      Optional<Outputs> outputs,
      Optional<FoldingWish> folding,
      Multiplication multiplication,
      String target,
      OptionalDouble clockMhz,
      OptionalInt stages,
      Optional<String> top,
      Bus bus,
      boolean loadable) {
    private static final String LOADABLE = "--loadable";

    public Hardware {
      if (stages.isPresent() && architecture != ArchitectureChoice.UNROLLED) {
        throw new InvalidInputException(
            "--stages",
            "--arch " + architecture.name().toLowerCase(Locale.ROOT) + " beside it",
            "a pipeline: --arch unrolled");
      }
      if (bus != Bus.STREAM && architecture == ArchitectureChoice.COMBINATIONAL) {
        throw new InvalidInputException(
            "--bus", "--arch combinational beside it", "a clock: --arch unrolled or folded");
      }
      if (folding.isPresent() && !architecture.isChosen()) {
        throw new InvalidInputException(
            "folding",
            "--arch " + architecture.name().toLowerCase(Locale.ROOT) + " beside it",
            "--arch folded");
      }
      if (loadable && architecture != ArchitectureChoice.FOLDED) {
        throw new InvalidInputException(
            LOADABLE,
            "--arch " + architecture.name().toLowerCase(Locale.ROOT) + " beside it",
            "--arch folded");
      }
      if (loadable && bus != Bus.STREAM) {
        throw new InvalidInputException(
            LOADABLE,
            "--bus " + bus + " beside it",
            "--bus stream: numbers have a port of their own");
      }
    }

    /**
     * The options that say the same, each behind a blank, in the canonical form of a command.
     *
     * @param defaultTop the top that needs no option
     */
    public String options(String defaultTop) {
      return CommandText.of(this, defaultTop);
    }

    /** The same with another top module. */
    public Hardware withTop(String other) {
      return new Hardware(
          architecture,
          outputs,
          folding,
          multiplication,
          target,
          clockMhz,
          stages,
          Optional.of(other),
          bus,
          loadable);
    }

    /** The same, folded as wished. */
    public Hardware withFolding(FoldingWish other) {
      return new Hardware(
          architecture,
          outputs,
          Optional.of(other),
          multiplication,
          target,
          clockMhz,
          stages,
          top,
          bus,
          loadable);
    }

    /** The same with another connection. */
    public Hardware withBus(Bus other) {
      return new Hardware(
          architecture,
          outputs,
          folding,
          multiplication,
          target,
          clockMhz,
          stages,
          top,
          other,
          loadable);
    }

    /** A pipeline for the generic target. */
    public static final Hardware DEFAULT =
        new Hardware(
            ArchitectureChoice.UNROLLED,
            Optional.empty(),
            Optional.empty(),
            Multiplication.AUTO,
            TargetCatalogue.DEFAULT,
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Bus.STREAM,
            false);
  }

  /**
   * What is compared.
   *
   * @param count number of vectors; empty: {@link #DEFAULT_COUNT}, or fewer where each takes long
   * @param seed of the random ones, and of the stalls
   * @param requireVerilator whether to fail where Verilator is missing, instead of comparing
   *     reference and Java simulation alone
   */
  public record Check(OptionalInt count, long seed, boolean requireVerilator) {
    /** Vectors where no number is given. */
    public static final int DEFAULT_COUNT = 1000;

    /** The seed where none is given. */
    public static final long DEFAULT_SEED = 1;

    /** The usual check. */
    public static final Check DEFAULT = new Check(OptionalInt.empty(), DEFAULT_SEED, false);
  }

  /** A model with all the usual choices. */
  public static EmitRequest of(Path model) {
    return usual(Optional.of(model));
  }

  /** The built-in digits example at {@code bits} bits. */
  public static EmitRequest example(int bits) {
    return usual(Optional.empty()).withPrecision(Precision.ofBits(bits));
  }

  private static EmitRequest usual(Optional<Path> model) {
    return new EmitRequest(
        model,
        Precision.UNSAID,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Hardware.DEFAULT,
        Check.DEFAULT,
        Optional.empty(),
        false,
        false,
        false,
        Runtime.getRuntime().availableProcessors());
  }

  public EmitRequest withPrecision(Precision other) {
    return new EmitRequest(
        model, other, method, data, testData, hardware, check, output, dryRun, resume, overwrite,
        threads);
  }

  public EmitRequest withMethod(QuantizationMethod other) {
    return new EmitRequest(
        model,
        precision,
        Optional.of(other),
        data,
        testData,
        hardware,
        check,
        output,
        dryRun,
        resume,
        overwrite,
        threads);
  }

  public EmitRequest withData(DataSource other) {
    return new EmitRequest(
        model,
        precision,
        method,
        Optional.of(other),
        testData,
        hardware,
        check,
        output,
        dryRun,
        resume,
        overwrite,
        threads);
  }

  public EmitRequest withTestData(DataSource other) {
    return new EmitRequest(
        model,
        precision,
        method,
        data,
        Optional.of(other),
        hardware,
        check,
        output,
        dryRun,
        resume,
        overwrite,
        threads);
  }

  public EmitRequest withHardware(Hardware other) {
    return new EmitRequest(
        model, precision, method, data, testData, other, check, output, dryRun, resume, overwrite,
        threads);
  }

  public EmitRequest withCheck(Check other) {
    return new EmitRequest(
        model, precision, method, data, testData, hardware, other, output, dryRun, resume,
        overwrite, threads);
  }

  /** The same, whether or not files that the user added may be lost. */
  public EmitRequest withOverwrite(boolean other) {
    return new EmitRequest(
        model, precision, method, data, testData, hardware, check, output, dryRun, resume, other,
        threads);
  }

  public EmitRequest withOutput(Path folder) {
    return new EmitRequest(
        model,
        precision,
        method,
        data,
        testData,
        hardware,
        check,
        Optional.of(folder),
        dryRun,
        resume,
        overwrite,
        threads);
  }
}
