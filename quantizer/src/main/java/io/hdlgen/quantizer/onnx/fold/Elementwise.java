package io.hdlgen.quantizer.onnx.fold;

import io.hdlgen.quantizer.onnx.chain.Chain;
import java.util.List;

/**
 * What an operator does to each element of its data input: element {@code i} of the result is
 * {@code chains[i]} of element {@code sources[i]}.
 *
 * @param layout shape of the result and the sources
 * @param chains one an element of the result
 */
public record Elementwise(Layout layout, List<Chain> chains) {
  public Elementwise {
    chains = List.copyOf(chains);
  }
}
