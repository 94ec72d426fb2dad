package io.hdlgen.canids.feature;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The input features of a detector: the same fields of each of the last {@code window} frames, the
 * oldest frame first, the fields of a frame side by side. Every field of every frame is one
 * unsigned feature, or as many features of one bit as it has.
 *
 * @param window frames that a verdict is about, 1 to {@value #MAX_WINDOW}
 * @param fields of a frame, in the order of the features; none twice
 * @param form whether features are fields or their bits
 */
public record FeatureSpec(int window, List<FrameField> fields, InputForm form) {
  /** Most frames in a window. */
  public static final int MAX_WINDOW = 64;

  private static final String WINDOW = "window";
  private static final String FIELDS = "fields";
  private static final String INPUTS = "inputs";

  public FeatureSpec {
    fields = List.copyOf(fields);
    if (window < 1 || window > MAX_WINDOW) {
      throw new IllegalArgumentException("window of " + window + " frames");
    }
    if (fields.isEmpty() || new HashSet<>(fields).size() < fields.size()) {
      throw new IllegalArgumentException("fields " + fields);
    }
  }

  /** The fields as they are. */
  public FeatureSpec(int window, List<FrameField> fields) {
    this(window, fields, InputForm.CODES);
  }

  /** Number of features. */
  public int features() {
    return window * featuresOfFrame();
  }

  /** Number of features of each frame of the window. */
  int featuresOfFrame() {
    return form == InputForm.BITS ? totalBits() / window : fields.size();
  }

  /** Bits of a feature. */
  public int bits(int feature) {
    return form == InputForm.BITS ? 1 : fields.get(feature % fields.size()).bits();
  }

  /** Bits of all features. */
  public int totalBits() {
    return window * fields.stream().mapToInt(FrameField::bits).sum();
  }

  /**
   * {@code id_high}, ... of a window of one frame; else {@code m0_id_high}, ... Bits have their
   * number behind it: {@code id_high_0}, ...
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (int message = 0; message < window; message++) {
      for (FrameField field : fields) {
        String name = window == 1 ? field.key() : "m" + message + "_" + field.key();
        if (form == InputForm.CODES) {
          names.add(name);
          continue;
        }
        for (int bit = 0; bit < field.bits(); bit++) {
          names.add(name + "_" + bit);
        }
      }
    }
    return List.copyOf(names);
  }

  /**
   * As plain data, for the JSON of a detector: {@code {"window": 1, "fields": ["id_high"]}}, of
   * bits with {@code "inputs": "bits"}.
   */
  public Map<String, Object> toObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(WINDOW, window);
    object.put(FIELDS, fields.stream().map(FrameField::key).toList());
    if (form != InputForm.CODES) {
      object.put(INPUTS, form.key());
    }
    return object;
  }

  /** {@link #toObject} as JSON on one line. */
  public String toJson() {
    return CanonicalJson.writeLine(toObject());
  }

  /**
   * What {@link #toObject} wrote.
   *
   * @throws InvalidInputException if it is something else
   */
  public static FeatureSpec read(JsonObject object) {
    object.allow(WINDOW, FIELDS, INPUTS);
    int window = (int) object.number(WINDOW, 1, MAX_WINDOW);
    List<FrameField> fields = new ArrayList<>();
    for (String key : object.strings(FIELDS)) {
      FrameField field =
          FrameField.ofKey(key)
              .orElseThrow(() -> object.wrong(FIELDS, "fields of a frame, " + everyKey()));
      if (fields.contains(field)) {
        throw object.wrong(FIELDS, "every field once");
      }
      fields.add(field);
    }
    if (fields.isEmpty()) {
      throw object.wrong(FIELDS, "at least one field");
    }
    InputForm form = object.has(INPUTS) ? object.choice(INPUTS, InputForm.class) : InputForm.CODES;
    return new FeatureSpec(window, fields, form);
  }

  private static String everyKey() {
    List<String> keys = new ArrayList<>();
    for (FrameField field : FrameField.values()) {
      keys.add(field.key());
    }
    return String.join(", ", keys);
  }
}
