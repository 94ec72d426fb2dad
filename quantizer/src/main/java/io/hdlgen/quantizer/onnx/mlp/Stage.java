package io.hdlgen.quantizer.onnx.mlp;

import java.util.List;

/**
 * A dense stage: sum {@code j} is the inner product of row {@code j} with the inputs. Biases and
 * all else that follows lie in the chains of the elements that read the sums.
 *
 * @param where the node, for messages
 * @param inputs {@code [inputs]}
 */
public record Stage(String where, List<Element> inputs, WeightMatrix weights) {
  public Stage {
    inputs = List.copyOf(inputs);
  }
}
