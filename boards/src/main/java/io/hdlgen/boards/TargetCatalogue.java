package io.hdlgen.boards;

import io.hdlgen.hdl.cost.CostModel;
import io.hdlgen.quantizer.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** All targets that come with hdlgen. */
public final class TargetCatalogue {
  /** The target of a design that names none. */
  public static final String DEFAULT = "generic";

  private static final String INDEX = "index.txt";
  private static final String DESCRIPTION = "description";
  private static final String REGISTER = "registerNs";
  private static final String LOGIC = "logicNs";
  private static final String CARRY_BASE = "carryBaseNs";
  private static final String CARRY_PER_BIT = "carryPerBitNs";
  private static final List<String> KEYS =
      List.of(DESCRIPTION, REGISTER, LOGIC, CARRY_BASE, CARRY_PER_BIT);

  private final List<Target> targets;

  private TargetCatalogue(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /** Reads the built-in targets: the folders that {@code boards/targets/index.txt} names. */
  public static TargetCatalogue builtIn() {
    return new TargetCatalogue(
        resource(INDEX)
            .lines()
            .filter(name -> !name.isBlank())
            .map(TargetCatalogue::read)
            .toList());
  }

  /** The targets in the order of the index. */
  public List<Target> targets() {
    return targets;
  }

  /**
   * The target of that name.
   *
   * @throws InvalidInputException if there is none
   */
  public Target find(String name) {
    return targets.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "--target",
                    name,
                    "one of "
                        + targets.stream().map(Target::name).collect(Collectors.joining(", "))));
  }

  private static Target read(String name) {
    String file = name + "/target.properties";
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(resource(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    for (String key : properties.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new IllegalStateException(file + ": unknown key " + key);
      }
    }
    CostModel costModel =
        new CostModel(
            name,
            number(properties, REGISTER, file),
            number(properties, LOGIC, file),
            number(properties, CARRY_BASE, file),
            number(properties, CARRY_PER_BIT, file));
    return new Target(name, properties.getProperty(DESCRIPTION, ""), costModel);
  }

  private static double number(Properties properties, String key, String file) {
    String text = properties.getProperty(key);
    if (text == null) {
      throw new IllegalStateException(file + ": no " + key);
    }
    return Double.parseDouble(text);
  }

  private static String resource(String name) {
    try (InputStream in = TargetCatalogue.class.getResourceAsStream("targets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource targets/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
