package io.hdlgen.canids.traffic;

import io.hdlgen.canids.frame.Label;
import io.hdlgen.flow.folder.CanonicalJson;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A log of synthetic traffic that was written.
 *
 * @param frames how many there are of each label that occurs
 * @param bursts how many there were of each attack
 * @param busLoad share of the time that frames took, 0 to 1
 */
public record GenerateResult(
    Path file,
    long seed,
    double seconds,
    Map<Label, Long> frames,
    Map<Attack, Integer> bursts,
    double busLoad) {
  public GenerateResult {
    frames = Collections.unmodifiableMap(copy(Label.class, frames));
    bursts = Collections.unmodifiableMap(copy(Attack.class, bursts));
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> type, Map<K, V> map) {
    Map<K, V> copy = new EnumMap<>(type);
    copy.putAll(map);
    return copy;
  }

  /** Frames of all labels. */
  public long totalFrames() {
    return frames.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * One JSON object with the keys {@code file, synthetic, seed, seconds, frames, framesByLabel,
   * bursts, busLoad}.
   */
  public String toJson() {
    Map<String, Object> byLabel = new LinkedHashMap<>();
    frames.forEach((label, count) -> byLabel.put(label.word(), count));
    Map<String, Object> byAttack = new LinkedHashMap<>();
    bursts.forEach((attack, count) -> byAttack.put(attack.word(), count));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("synthetic", true);
    object.put("seed", seed);
    object.put("seconds", seconds);
    object.put("frames", totalFrames());
    object.put("framesByLabel", byLabel);
    object.put("bursts", byAttack);
    object.put("busLoad", busLoad);
    return CanonicalJson.write(object);
  }
}
