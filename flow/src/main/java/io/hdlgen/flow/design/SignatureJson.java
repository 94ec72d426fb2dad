package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Bus;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Loadable;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.LongVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code signature.json}: what a user of the Verilog must know. */
public final class SignatureJson {
  private static final String FORMAT = "hdlgen-signature";

  /** The newest version that is read; what needs no newer one is written in version 1. */
  private static final int VERSION = 2;

  private static final String REGISTERS = "registers";

  /** Form of the names of modules and ports. */
  static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";

  private SignatureJson() {}

  /** The text of the file. */
  public static String write(Signature signature) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    boolean thermometers = signature.inputs().stream().anyMatch(field -> field.levels().size() > 0);
    object.put("version", thermometers ? VERSION : 1);
    object.put("top", signature.top());
    object.put("architecture", signature.architecture().name().toLowerCase(Locale.ROOT));
    object.put("handshake", handshake(signature.architecture(), signature.bus()));
    object.put("latencyCycles", signature.latencyCycles());
    object.put("latencyFromLastBeat", signature.latencyFromLastBeat());
    object.put(
        "initiationInterval",
        signature.initiationInterval().isPresent()
            ? signature.initiationInterval().getAsInt()
            : null);
    object.put("inputBits", signature.inputBits());
    object.put("inputBeats", signature.inputBeats());
    object.put("outputBits", signature.outputBits());
    object.put("inputs", signature.inputs().stream().map(SignatureJson::object).toList());
    object.put("outputs", signature.outputs().stream().map(SignatureJson::object).toList());
    object.put("classNames", signature.classNames());
    signature.registers().ifPresent(map -> object.put(REGISTERS, RegistersJson.write(map)));
    signature
        .loadable()
        .ifPresent(loadable -> object.put("loadable", LoadableJson.write(loadable)));
    return CanonicalJson.write(object);
  }

  /**
   * The signature that a text holds.
   *
   * @param source what messages call the text
   * @throws io.hdlgen.quantizer.error.InvalidInputException if it is not one
   */
  public static Signature read(String text, String source) {
    JsonObject object = JsonObject.parse(text, source, FORMAT, VERSION);
    object.allow(
        "top",
        "architecture",
        "handshake",
        "latencyCycles",
        "latencyFromLastBeat",
        "initiationInterval",
        "inputBits",
        "inputBeats",
        "outputBits",
        "inputs",
        "outputs",
        "classNames",
        REGISTERS,
        "loadable");
    Architecture architecture = object.choice("architecture", Architecture.class);
    Bus bus = bus(object, architecture);
    int inputBits = object.integer("inputBits", 1);
    int outputBits = object.integer("outputBits", 1);
    int inputBeats = object.has("inputBeats") ? object.integer("inputBeats", 1) : 1;
    int latency = object.integer("latencyCycles", 0);
    Optional<Loadable> loadable =
        object.has("loadable")
            ? Optional.of(LoadableJson.read(object.object("loadable")))
            : Optional.empty();
    Signature signature =
        new Signature(
            object.string("top", IDENTIFIER, "a Verilog identifier"),
            architecture,
            latency,
            object.has("latencyFromLastBeat")
                ? (int) object.number("latencyFromLastBeat", 0, latency)
                : latency,
            object.isNull("initiationInterval")
                ? OptionalInt.empty()
                : OptionalInt.of(object.integer("initiationInterval", 1)),
            inputBits,
            inputBeats,
            outputBits,
            fields(object, "inputs", inputBits, inputBeats),
            fields(object, "outputs", outputBits, 1),
            object.strings("classNames"),
            bus,
            loadable);
    RegistersJson.check(object, REGISTERS, signature.registers());
    return signature;
  }

  /** What the handshake tells. */
  private static Bus bus(JsonObject object, Architecture architecture) {
    String form =
        switch (architecture) {
          case COMBINATIONAL -> handshake(architecture, Bus.STREAM);
          case UNROLLED, FOLDED ->
              handshake(architecture, Bus.STREAM) + "|" + handshake(architecture, Bus.AXI4_LITE);
        };
    String found = object.string("handshake", form, form.replace("|", " or "));
    return found.equals(Bus.AXI4_LITE.toString()) ? Bus.AXI4_LITE : Bus.STREAM;
  }

  private static String handshake(Architecture architecture, Bus bus) {
    return switch (architecture) {
      case COMBINATIONAL -> "none";
      case UNROLLED, FOLDED ->
          switch (bus) {
            case STREAM -> "axi4-stream";
            case AXI4_LITE -> bus.toString();
          };
    };
  }

  private static Map<String, Object> object(Field field) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", field.name());
    object.put("port", field.port());
    object.put("beat", field.beat());
    object.put("low", field.low());
    object.put("width", field.width());
    object.put("encoding", field.encoding().name().toLowerCase(Locale.ROOT));
    object.put("min", field.min());
    object.put("max", field.max());
    if (field.levels().size() > 0) {
      object.put("levels", Arrays.stream(field.levels().toArray()).boxed().toList());
    }
    return object;
  }

  /** The levels of a thermometer, one a bit; of others none. */
  private static LongVector levels(JsonObject field) {
    boolean thermometer = field.choice("encoding", Encoding.class) == Encoding.THERMOMETER;
    if (thermometer != field.has("levels")) {
      throw field.wrong("levels", "the levels of a thermometer, and of nothing else");
    }
    if (!thermometer) {
      return LongVector.of();
    }
    int width = field.integer("width", 1);
    List<Long> levels = field.numbers("levels");
    if (levels.size() != width || field.number("max", 0, Long.MAX_VALUE) != width) {
      throw field.wrong("levels", "as many levels as bits and codes above 0");
    }
    return LongVector.of(levels.stream().mapToLong(Long::longValue).toArray());
  }

  /** The fields of a list, each within a port (or all ports together) of that many bits. */
  private static List<Field> fields(JsonObject object, String key, int bits, int beats) {
    List<Field> fields = new ArrayList<>();
    for (JsonObject field : object.objects(key)) {
      field.allow("name", "port", "beat", "low", "width", "encoding", "min", "max", "levels");
      int low = (int) field.number("low", 0, bits - 1);
      long min = field.number("min", Long.MIN_VALUE, Long.MAX_VALUE);
      fields.add(
          new Field(
              field.string("name"),
              field.string("port", IDENTIFIER, "a Verilog identifier"),
              field.has("beat") ? (int) field.number("beat", 0, beats - 1) : 0,
              low,
              (int) field.number("width", 1, Math.min(64, bits - low)),
              field.choice("encoding", Encoding.class),
              min,
              field.number("max", min, Long.MAX_VALUE),
              levels(field)));
    }
    if (fields.isEmpty()) {
      throw object.wrong(key, "at least one field");
    }
    return fields;
  }
}
