package io.hdlgen.explore.words;

import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.explore.sensor.Converter;
import io.hdlgen.quantizer.network.FeatureThreshold;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line in the bill of sensors: the converter of a feature that is read.
 *
 * @param feature its name
 * @param bits number of bits that are read
 * @param parts of the converter
 * @param levels where its comparators change, ascending, in the feature's unit; as many decimals as
 *     tell a tenth of the step between two codes
 * @param areaCm2 of the converter; empty if no converters are published for the technology
 * @param powerMw likewise
 */
public record SensorLine(
    String feature,
    int bits,
    Parts parts,
    List<BigDecimal> levels,
    Optional<Double> areaCm2,
    Optional<Double> powerMw) {
  public SensorLine {
    levels = List.copyOf(levels);
  }

  static SensorLine of(Converter converter, Optional<FrontEnd> frontEnd) {
    return new SensorLine(
        converter.feature().name(),
        converter.bitsRead(),
        converter.parts(),
        Arrays.stream(converter.thresholds())
            .sorted()
            .mapToObj(threshold -> FeatureThreshold.readable(converter.feature(), threshold))
            .toList(),
        frontEnd.map(front -> front.areaCm2(converter.parts())),
        frontEnd.map(front -> front.powerMw(converter.parts())));
  }

  /** The feature and its levels in words: {@code alcohol at 9.7 and 11.2}. */
  String words() {
    return feature + " at " + Words.and(levels.stream().map(BigDecimal::toPlainString).toList());
  }
}
