package io.hdlgen.canids.feature;

import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** The detectors that there are names for. */
public final class Presets {
  /** Identifier and data: what all published detectors here see of a frame. */
  private static final List<FrameField> ID_AND_DATA = idAndData();

  /**
   * One attack, yes or no: Khandelwal, Shreejith, "Quantised Neural Network Accelerators for
   * Low-Power IDS in Automotive Networks", DATE 2023; the same group's released network has these
   * ten inputs and layers.
   */
  public static final Preset DATE23 =
      new Preset("date23", new FeatureSpec(1, ID_AND_DATA), List.of(64, 32), 2, 4);

  /**
   * Benign, DoS, fuzzy, spoof: Khandelwal, Shreejith, "Exploring Highly Quantised Neural Networks
   * for Intrusion Detection in Automotive CAN", FPL 2023. Window and layers are those of a third
   * party's replication, but bytes enter bit by bit: with weights of two bits on whole bytes the
   * first layer cannot tell apart what the float network can (docs/can.md).
   */
  public static final Preset FPL23 =
      new Preset(
          "fpl23",
          new FeatureSpec(4, ID_AND_DATA, InputForm.BITS),
          List.of(256, 128, 64, 32),
          4,
          2);

  /**
   * The network of {@link #DATE23} in the receiver, decided before the frame ends: Khandelwal,
   * Shreejith, "SecCAN: An Extended CAN Controller with Embedded Intrusion Detection", 2025.
   * Assumed to have the same ten inputs and layers.
   */
  public static final Preset SECCAN =
      new Preset("seccan", DATE23.features(), DATE23.hidden(), 2, 4);

  /** Ours: the best that {@code benchmarks/can-search} found (docs/can.md). */
  public static final Preset OURS =
      new Preset(
          "ours",
          new FeatureSpec(
              1,
              List.of(
                  FrameField.ID_HIGH,
                  FrameField.ID_LOW,
                  FrameField.LENGTH,
                  FrameField.GAP,
                  FrameField.SAME_ID,
                  FrameField.BYTE_0,
                  FrameField.BYTE_1,
                  FrameField.BYTE_2,
                  FrameField.BYTE_3,
                  FrameField.BYTE_4,
                  FrameField.BYTE_5,
                  FrameField.BYTE_6,
                  FrameField.BYTE_7),
              InputForm.BITS),
          List.of(32),
          4,
          2);

  private static final List<Preset> ALL = List.of(DATE23, FPL23, SECCAN, OURS);

  private Presets() {}

  /** All of them. */
  public static List<Preset> all() {
    return ALL;
  }

  /**
   * The preset of a name.
   *
   * @throws InvalidInputException if there is none
   */
  public static Preset find(String name) {
    for (Preset preset : ALL) {
      if (preset.name().equals(name)) {
        return preset;
      }
    }
    throw new InvalidInputException(
        "--preset", name, String.join(", ", ALL.stream().map(Preset::name).toList()));
  }

  private static List<FrameField> idAndData() {
    List<FrameField> fields = new ArrayList<>(List.of(FrameField.ID_HIGH, FrameField.ID_LOW));
    for (FrameField field : FrameField.values()) {
      if (field.dataByte() >= 0) {
        fields.add(field);
      }
    }
    return List.copyOf(fields);
  }
}
