package io.hdlgen.explore.words;

import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.explore.sensor.Converter;
import io.hdlgen.explore.sensor.Converters;
import java.util.List;
import java.util.Optional;

/**
 * What a classifier needs in front of it.
 *
 * @param lines the features that it reads, in the order of its ports
 */
public record SensorBill(List<SensorLine> lines) {
  public SensorBill {
    lines = List.copyOf(lines);
  }

  /**
   * @param frontEnd what parts of converters cost; empty if none are published for the technology
   */
  public static SensorBill of(Converters converters, Optional<FrontEnd> frontEnd) {
    return new SensorBill(
        converters.list().stream()
            .filter(SensorBill::isRead)
            .map(converter -> SensorLine.of(converter, frontEnd))
            .toList());
  }

  private static boolean isRead(Converter converter) {
    return !converter.comparators().isEmpty();
  }

  /** Number of bits that are read. */
  public int bits() {
    return lines.stream().mapToInt(SensorLine::bits).sum();
  }

  /** Parts of all converters. */
  public Parts parts() {
    return lines.stream().map(SensorLine::parts).reduce(Parts.NONE, Parts::plus);
  }

  /** Those of these features that are not read, in their order. */
  public List<String> unread(List<String> features) {
    List<String> read = lines.stream().map(SensorLine::feature).toList();
    return features.stream().filter(feature -> !read.contains(feature)).toList();
  }
}
