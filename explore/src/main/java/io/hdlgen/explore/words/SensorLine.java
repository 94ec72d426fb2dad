package io.hdlgen.explore.words;

import io.hdlgen.boards.printed.FrontEnd;
import io.hdlgen.boards.printed.FrontEnd.Parts;
import io.hdlgen.explore.sensor.Converter;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
  private static final int FINER = 10;

  public SensorLine {
    levels = List.copyOf(levels);
  }

  static SensorLine of(Converter converter, Optional<FrontEnd> frontEnd) {
    double resolution = Math.abs(converter.feature().scale()) / FINER;
    int decimals = (int) Math.ceil(-Math.log10(resolution));
    return new SensorLine(
        converter.feature().name(),
        converter.bitsRead(),
        converter.parts(),
        Arrays.stream(converter.thresholds())
            .sorted()
            .mapToObj(threshold -> rounded(threshold, decimals))
            .toList(),
        frontEnd.map(front -> front.areaCm2(converter.parts())),
        frontEnd.map(front -> front.powerMw(converter.parts())));
  }

  private static BigDecimal rounded(double value, int decimals) {
    BigDecimal stripped =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** The feature and its levels in words: {@code alcohol at 9.7 and 11.2}. */
  String words() {
    return feature + " at " + Words.and(levels.stream().map(BigDecimal::toPlainString).toList());
  }
}
