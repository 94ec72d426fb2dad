package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.hdl.folded.Multiplication;
import io.hdlgen.hdl.folding.Folding;
import io.hdlgen.hdl.lower.Outputs;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * {@code options.json}: what was decided about the hardware, so that later commands decide nothing
 * again.
 *
 * @param stages empty where the clock governs
 * @param foldings one a layer of a folded design; else empty
 * @param multiplication which products of a folded design are multiplications
 * @param seed of the check
 * @param count vectors of the check
 * @param bus how a design with a clock is connected
 * @param loadable whether other networks of the same shape can be loaded into a folded design
 */
public record DesignOptions(
    String top,
    Architecture architecture,
    Outputs outputs,
    String target,
    double clockMhz,
    OptionalInt stages,
    List<Folding> foldings,
    Multiplication multiplication,
    long seed,
    int count,
    Bus bus,
    boolean loadable) {
  private static final String FORMAT = "hdlgen-options";
  private static final int VERSION = 1;
  private static final String BUS = "bus";
  private static final String NUMBERS = "numbers";
  private static final String LOADABLE = "loadable";

  public DesignOptions {
    foldings = List.copyOf(foldings);
  }

  /** Of a design that is not folded, between streams or without a clock. */
  public DesignOptions(
      String top,
      Architecture architecture,
      Outputs outputs,
      String target,
      double clockMhz,
      OptionalInt stages,
      long seed,
      int count) {
    this(
        top,
        architecture,
        outputs,
        target,
        clockMhz,
        stages,
        List.of(),
        Multiplication.AUTO,
        seed,
        count,
        Bus.STREAM,
        false);
  }

  /** The same with another connection. */
  public DesignOptions withBus(Bus other) {
    return new DesignOptions(
        top,
        architecture,
        outputs,
        target,
        clockMhz,
        stages,
        foldings,
        multiplication,
        seed,
        count,
        other,
        loadable);
  }

  /** The text of the file. */
  public String toJson() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("top", top);
    object.put("architecture", architecture.name().toLowerCase(Locale.ROOT));
    object.put("outputs", outputs.name().toLowerCase(Locale.ROOT));
    object.put("target", target);
    object.put("clockMhz", clockMhz);
    object.put("stages", stages.isPresent() ? stages.getAsInt() : null);
    if (architecture == Architecture.FOLDED) {
      object.put(
          "foldings",
          foldings.stream()
              .map(folding -> new TreeMap<>(Map.of("pe", folding.pe(), "simd", folding.simd())))
              .toList());
      object.put("dsp", multiplication.name().toLowerCase(Locale.ROOT));
    }
    object.put("seed", seed);
    object.put("count", count);
    if (bus != Bus.STREAM) {
      object.put(BUS, bus.name().toLowerCase(Locale.ROOT));
    }
    if (loadable) {
      object.put(NUMBERS, LOADABLE);
    }
    return CanonicalJson.write(object);
  }

  /**
   * The options that a text holds.
   *
   * @param source what messages call the text
   * @throws io.hdlgen.quantizer.error.InvalidInputException if it holds none
   */
  public static DesignOptions read(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION);
    object.allow(
        "top",
        "architecture",
        "outputs",
        "target",
        "clockMhz",
        "stages",
        "foldings",
        "dsp",
        "seed",
        "count",
        BUS,
        NUMBERS);
    return new DesignOptions(
        object.string("top", SignatureJson.IDENTIFIER, "a Verilog identifier"),
        object.choice("architecture", Architecture.class),
        object.choice("outputs", Outputs.class),
        object.string("target", ".*\\S.*", "the name of a target"),
        object.positive("clockMhz"),
        object.isNull("stages") ? OptionalInt.empty() : OptionalInt.of(object.integer("stages", 1)),
        object.has("foldings") ? foldings(object) : List.of(),
        object.has("dsp") ? object.choice("dsp", Multiplication.class) : Multiplication.AUTO,
        object.number("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        object.integer("count", 1),
        object.has(BUS) ? object.choice(BUS, Bus.class) : Bus.STREAM,
        object.has(NUMBERS) && !object.string(NUMBERS, LOADABLE, LOADABLE).isEmpty());
  }

  private static List<Folding> foldings(JsonObject object) {
    return object.objects("foldings").stream()
        .map(
            folding -> {
              folding.allow("pe", "simd");
              return new Folding(folding.integer("pe", 1), folding.integer("simd", 1));
            })
        .toList();
  }
}
