package io.hdlgen.canids.detect;

import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which classes detectors have. The first is benign. */
public final class DetectorClasses {
  private static final DetectorClass BENIGN = new DetectorClass("benign", List.of(Label.BENIGN));

  private DetectorClasses() {}

  /**
   * Benign, and one attack, or with none named all of them as one.
   *
   * @throws InvalidInputException if there is no such attack
   */
  public static List<DetectorClass> binary(Optional<String> attack) {
    return List.of(BENIGN, attack.map(DetectorClasses::attack).orElseGet(DetectorClasses::any));
  }

  /** Benign, DoS, fuzzy and spoof, which is gear and RPM, as of the Car-Hacking captures. */
  public static List<DetectorClass> multiClass() {
    return List.of(BENIGN, attack("dos"), attack("fuzzy"), attack("spoof"));
  }

  /** The label of an attack, for frames that a log calls injected without saying how. */
  public static Label label(String attack) {
    return attack(attack).labels().get(0);
  }

  private static DetectorClass any() {
    List<Label> labels = Arrays.stream(Label.values()).filter(Label::injected).toList();
    return new DetectorClass("attack", labels);
  }

  private static DetectorClass attack(String name) {
    if (name.equals("spoof")) {
      return new DetectorClass(name, List.of(Label.GEAR, Label.RPM));
    }
    List<String> names = new ArrayList<>(List.of("spoof"));
    for (Label label : Label.values()) {
      String key = label.name().toLowerCase(Locale.ROOT);
      if (label.injected() && label != Label.INJECTED) {
        if (key.equals(name)) {
          return new DetectorClass(name, List.of(label));
        }
        names.add(key);
      }
    }
    throw new InvalidInputException("--attack", "\"" + name + "\"", String.join(", ", names));
  }
}
