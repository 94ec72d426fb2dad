package io.hdlgen.flow;

import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.synth.InputRows;
import io.hdlgen.quantizer.data.Dataset;
import io.hdlgen.quantizer.data.FeatureEncoder;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.util.Optional;

/**
 * Rows of a table, or random ones where there is none.
 *
 * @param data the table
 */
public record SynthesisRows(Optional<DataSource> data) implements InputRows {
  @Override
  public long[][] codes(IntegerNetwork network, DesignOptions options) {
    if (data.isEmpty()) {
      return Stimulus.codes(network, new long[0][], options.count(), options.seed());
    }
    Dataset table = data.get().readToMeasure(Predictor.featureNames(network));
    long[][] codes = FeatureEncoder.encode(network, table);
    if (codes.length == 0) {
      throw new InvalidInputException(table.source(), "no rows", "rows to average power over");
    }
    return codes;
  }

  @Override
  public String origin() {
    return data.map(table -> String.valueOf(table.data().getFileName())).orElse("random");
  }
}
