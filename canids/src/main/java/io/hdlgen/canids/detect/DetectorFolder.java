package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.canids.frame.Label;
import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.flow.folder.WritableFolder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.json.FloatModelJson;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A detector as files: {@code detector.json}, {@code network.json}, {@code float.model.json}. */
public final class DetectorFolder {
  /** The value of {@code format} in {@code detector.json}. */
  public static final String FORMAT = "hdlgen-detector";

  /** The newest version that is read. */
  public static final int VERSION = 1;

  private static final String DETECTOR = "detector.json";
  private static final String NETWORK = "network.json";
  private static final String FLOATING = "float.model.json";
  private static final String NETWORK_HASH = "networkSha256";
  private static final String CLASSES = "classes";

  private final Path folder;

  public DetectorFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the network is, a file that all commands for networks take. */
  public Path network() {
    return folder.resolve(NETWORK);
  }

  /**
   * Checks, without writing, that a detector may be written here.
   *
   * @throws InvalidInputException if something else is there
   */
  public void check() {
    boolean taken = Files.exists(folder) && !Files.exists(folder.resolve(DETECTOR));
    if (taken && !isEmpty()) {
      throw new InvalidInputException(
          folder.toString(),
          "something that is no detector",
          "a new folder, or one that can train wrote; choose another -o");
    }
    WritableFolder.check(folder, folder);
    OutputFile.check(folder.resolve(DETECTOR));
    OutputFile.check(network());
    OutputFile.check(folder.resolve(FLOATING));
  }

  private boolean isEmpty() {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes a detector, and the float network that it was made of. */
  public void write(Detector detector, FloatNetwork floating) {
    String network = NetworkJson.write(detector.network());
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("name", detector.name());
    object.put("features", detector.features().toObject());
    List<Object> classes = new ArrayList<>();
    for (DetectorClass one : detector.classes()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", one.name());
      entry.put("labels", one.labels().stream().map(DetectorFolder::key).toList());
      classes.add(entry);
    }
    object.put(CLASSES, classes);
    object.put("origin", detector.origin().toObject());
    object.put(NETWORK_HASH, Sha256.of(network));
    OutputFile.write(folder.resolve(FLOATING), FloatModelJson.write(floating));
    OutputFile.write(network(), network);
    // Last, as it vouches for the network.
    OutputFile.write(folder.resolve(DETECTOR), CanonicalJson.write(object));
  }

  Detector read() {
    Path file = folder.resolve(DETECTOR);
    String source = file.toString();
    JsonObject object = JsonObject.parse(text(file), source, FORMAT, VERSION, "can train");
    object.allow("name", "features", CLASSES, "origin", NETWORK_HASH);
    String name = object.string("name");
    FeatureSpec features = FeatureSpec.read(object.object("features"));
    List<DetectorClass> classes = classes(object);
    String hash = object.string(NETWORK_HASH, "[0-9a-f]{64}", "a SHA-256");
    if (!Sha256.of(text(network())).equals(hash)) {
      throw new InvalidInputException(
          network().toString(), "another network than " + DETECTOR + " is of", "that network");
    }
    IntegerNetwork network = NetworkJson.read(network());
    checkFits(features, classes, network);
    return new Detector(name, features, classes, network, Origin.read(object.object("origin")));
  }

  /** The float network, if it is there. */
  public Optional<FloatNetwork> readFloat() {
    Path file = folder.resolve(FLOATING);
    return Files.exists(file) ? Optional.of(FloatModelJson.read(file)) : Optional.empty();
  }

  private static List<DetectorClass> classes(JsonObject object) {
    List<DetectorClass> classes = new ArrayList<>();
    List<Label> all = new ArrayList<>();
    for (JsonObject entry : object.objects(CLASSES)) {
      entry.allow("name", "labels");
      List<Label> labels = new ArrayList<>();
      for (String key : entry.strings("labels")) {
        Label label = label(key, entry);
        if (all.contains(label)) {
          throw entry.wrong("labels", "every label once");
        }
        labels.add(label);
        all.add(label);
      }
      classes.add(new DetectorClass(entry.string("name"), labels));
    }
    if (classes.size() < 2 || !classes.get(0).labels().contains(Label.BENIGN)) {
      throw object.wrong(CLASSES, "two or more, that with the label benign first");
    }
    return classes;
  }

  private static Label label(String key, JsonObject entry) {
    for (Label label : Label.values()) {
      if (key(label).equals(key)) {
        return label;
      }
    }
    throw entry.wrong("labels", "labels of frames");
  }

  private static String key(Label label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private void checkFits(
      FeatureSpec features, List<DetectorClass> classes, IntegerNetwork network) {
    List<String> names = network.inputs().stream().map(InputFeature::name).toList();
    List<String> labels = classes.stream().map(DetectorClass::name).toList();
    if (!names.equals(features.names()) || !network.classNames().equals(labels)) {
      throw new InvalidInputException(
          network().toString(),
          "%d features %s and the classes %s"
              .formatted(names.size(), abbreviated(names), network.classNames()),
          "those of %s: %d features %s, classes %s"
              .formatted(DETECTOR, features.features(), abbreviated(features.names()), labels));
    }
    for (int i = 0; i < names.size(); i++) {
      InputFeature feature = network.inputs().get(i);
      boolean same =
          feature.range().min() == 0 && feature.range().max() == (1L << features.bits(i)) - 1;
      if (!same) {
        throw new InvalidInputException(
            network() + ": feature " + feature.name(),
            "codes " + feature.range(),
            "all codes of %d bits".formatted(features.bits(i)));
      }
    }
  }

  private static String abbreviated(List<String> names) {
    return names.size() > 3 ? names.subList(0, 3) + "..." : names.toString();
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file.toString(), "no such file", "the folder of a detector, which can train writes");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "a file that cannot be read as text", "a detector's file", e);
    }
  }
}
