package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.Label;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an attacker does to the bus. The first four are those of the Car-Hacking data (Song, Woo and
 * Kim, In-vehicle network intrusion detection using deep convolutional neural network, Vehicular
 * Communications, 2020).
 */
public enum Attack {
  /** The identifier 0 every 0.3 ms: nobody else gets the bus. */
  DOS(Label.DOS),
  /** Random identifiers and data every 0.5 ms. */
  FUZZY(Label.FUZZY),
  /** A false gear in the frame 0x43f every 1 ms. */
  GEAR(Label.GEAR),
  /** A false engine speed in the frame 0x316 every 1 ms. */
  RPM(Label.RPM),
  /** The frames of about half the identifiers in the second before, again and again. */
  REPLAY(Label.REPLAY),
  /** One message of the vehicle does not come any more; no frame is injected. */
  SUSPENSION(Label.BENIGN),
  /** The attacker sends one message in place of its sender: as often, but with false values. */
  MASQUERADE(Label.MASQUERADE);

  private final Label label;

  Attack(Label label) {
    this.label = label;
  }

  /** What the frames are that come of it. */
  public Label label() {
    return label;
  }

  /** Its name on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The attack of that name.
   *
   * @throws InvalidInputException if there is none; {@code where} is the option
   */
  public static Attack of(String where, String word) {
    return Arrays.stream(values())
        .filter(attack -> attack.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    where,
                    '"' + word + '"',
                    "some of "
                        + Arrays.stream(values())
                            .map(Attack::word)
                            .collect(Collectors.joining(", "))));
  }
}
