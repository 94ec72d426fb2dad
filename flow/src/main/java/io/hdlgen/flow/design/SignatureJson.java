package io.hdlgen.flow.design;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.hdl.signature.Architecture;
import io.hdlgen.hdl.signature.Field;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.network.Encoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** {@code signature.json}: what a user of the Verilog must know. */
public final class SignatureJson {
  private static final String FORMAT = "hdlgen-signature";
  private static final int VERSION = 1;

  private SignatureJson() {}

  /** The text of the file. */
  public static String write(Signature signature) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("top", signature.top());
    object.put("architecture", signature.architecture().name().toLowerCase(Locale.ROOT));
    object.put(
        "handshake",
        signature.architecture() == Architecture.COMBINATIONAL ? "none" : "axi4-stream");
    object.put("latencyCycles", signature.latencyCycles());
    object.put(
        "initiationInterval",
        signature.initiationInterval().isPresent()
            ? signature.initiationInterval().getAsInt()
            : null);
    object.put("inputBits", signature.inputBits());
    object.put("outputBits", signature.outputBits());
    object.put("inputs", signature.inputs().stream().map(SignatureJson::object).toList());
    object.put("outputs", signature.outputs().stream().map(SignatureJson::object).toList());
    object.put("classNames", signature.classNames());
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
        "initiationInterval",
        "inputBits",
        "outputBits",
        "inputs",
        "outputs",
        "classNames");
    return new Signature(
        object.string("top"),
        object.choice("architecture", Architecture.class),
        object.integer("latencyCycles"),
        object.isNull("initiationInterval")
            ? OptionalInt.empty()
            : OptionalInt.of(object.integer("initiationInterval")),
        object.integer("inputBits"),
        object.integer("outputBits"),
        fields(object, "inputs"),
        fields(object, "outputs"),
        object.strings("classNames"));
  }

  private static Map<String, Object> object(Field field) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", field.name());
    object.put("port", field.port());
    object.put("low", field.low());
    object.put("width", field.width());
    object.put("encoding", field.encoding().name().toLowerCase(Locale.ROOT));
    object.put("min", field.min());
    object.put("max", field.max());
    return object;
  }

  private static List<Field> fields(JsonObject object, String key) {
    List<Field> fields = new ArrayList<>();
    for (JsonObject field : object.objects(key)) {
      field.allow("name", "port", "low", "width", "encoding", "min", "max");
      fields.add(
          new Field(
              field.string("name"),
              field.string("port"),
              field.integer("low"),
              field.integer("width"),
              field.choice("encoding", Encoding.class),
              field.number("min"),
              field.number("max")));
    }
    return fields;
  }
}
