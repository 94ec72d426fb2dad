package io.hdlgen.explore.protocol;

import io.hdlgen.flow.folder.CanonicalJson;
import io.hdlgen.flow.folder.JsonObject;
import io.hdlgen.flow.folder.OutputFile;
import io.hdlgen.flow.folder.Sha256;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Networks that cannot be exchanged any more: the digests of their files lie on disk. The only key
 * to {@link SealedTestRows}, and only of these networks are figures on test rows given. The only
 * way to get one is to write it.
 *
 * <p>The file holds the SHA-256 of each network's canonical {@code network.json}, so that whoever
 * has those files can tell that they are the ones that were chosen.
 */
public final class FrozenChoice {
  private static final String FORMAT = "hdlgen-frozen-choice";
  private static final int VERSION = 1;

  private final Path file;
  private final String chosen;
  private final List<String> others;

  private FrozenChoice(Path file, String chosen, List<String> others) {
    this.file = file;
    this.chosen = chosen;
    this.others = others;
  }

  /**
   * Writes down the choice, whole or not at all. Where the file is there already it must hold the
   * same choice, as it does when a run is continued: test rows may have been read since, and a
   * choice made after that would be none.
   *
   * @param chosen the one network that was chosen
   * @param others further networks whose figures will be given beside it, such as those of a front
   * @throws InvalidInputException if the file holds another choice, or something else
   */
  public static FrozenChoice freeze(Path file, IntegerNetwork chosen, List<IntegerNetwork> others) {
    FrozenChoice choice =
        new FrozenChoice(
            file, digest(chosen), others.stream().map(FrozenChoice::digest).distinct().toList());
    if (!Files.exists(file)) {
      OutputFile.write(file, choice.text());
    } else if (!choice.isOnDisk()) {
      throw new InvalidInputException(
          file.toString(),
          "a choice of other networks",
          "the same choice, as test rows may have been read since; or another folder");
    }
    return choice;
  }

  /** The file that it is written in. */
  public Path file() {
    return file;
  }

  /** SHA-256 of the chosen network, 64 hexadecimal digits. */
  public String sha256() {
    return chosen;
  }

  /** Whether the network is the chosen one, or one of those beside it. */
  public boolean holds(IntegerNetwork network) {
    String digest = digest(network);
    return digest.equals(chosen) || others.contains(digest);
  }

  /** Whether the file still holds this choice. */
  boolean isOnDisk() {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "no readable file (" + e.getMessage() + ")", "a frozen choice", e);
    }
    JsonObject object = JsonObject.parse(text, file.toString(), FORMAT, VERSION);
    object.allow("chosen", "others");
    return object.string("chosen").equals(chosen) && object.strings("others").equals(others);
  }

  private String text() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("format", FORMAT);
    object.put("version", VERSION);
    object.put("chosen", chosen);
    object.put("others", others);
    return CanonicalJson.write(object);
  }

  private static String digest(IntegerNetwork network) {
    return Sha256.of(NetworkJson.write(network));
  }
}
