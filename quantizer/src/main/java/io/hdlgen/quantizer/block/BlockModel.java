package io.hdlgen.quantizer.block;

import io.hdlgen.quantizer.network.Decision;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.util.List;
import java.util.Optional;

/**
 * An integer network for streams of rows: exactly what {@link ReferenceModel} says, in a fraction
 * of the time.
 *
 * <p>Where range analysis shows that every sum fits in 16 bits, up to a constant that each neuron
 * has of its own, sums are made in {@code short}, for all rows of a block at once, in the vector
 * instructions of the machine. Weights that are 0 and neurons that never change take no time. Other
 * networks are left to the reference.
 *
 * <p>Immutable, for use by any number of threads; each has a {@link Worker} of its own.
 */
public final class BlockModel {
  private final IntegerNetwork network;
  private final List<ShortLayer> layers;
  private final long[] bases;
  private final ReferenceModel reference;

  /** The model of a network whose features all have codes within {@code short}. */
  public BlockModel(IntegerNetwork network) {
    this.network = network;
    Optional<ShortNetwork> narrow = ShortNetwork.of(network);
    this.layers = narrow.map(ShortNetwork::layers).orElse(List.of());
    this.bases = narrow.map(ShortNetwork::bases).orElse(new long[0]);
    this.reference = new ReferenceModel(network);
  }

  /** Whether it does without the reference. */
  public boolean isVectorized() {
    return !layers.isEmpty();
  }

  /** The network that it evaluates. */
  public IntegerNetwork network() {
    return network;
  }

  /** An empty block for rows of this network. */
  public CodeBlock block() {
    return new CodeBlock(network.inputs().size());
  }

  /** Room for verdicts of this network. */
  public Verdicts verdicts() {
    return new Verdicts(outputs());
  }

  /** What evaluates blocks in one thread. */
  public Worker worker() {
    return new Worker();
  }

  private int outputs() {
    return network.layers().get(network.layers().size() - 1).outputs();
  }

  /** Evaluates blocks, one after the other, in memory of its own. For one thread. */
  public final class Worker {
    private final short[][][] values;
    private final short[] scratch = new short[CodeBlock.ROWS];
    private final long[] operands = new long[outputs()];

    private Worker() {
      values = new short[layers.size()][][];
      for (int l = 0; l < values.length; l++) {
        values[l] = new short[layers.get(l).outputs()][CodeBlock.ROWS];
      }
    }

    /** Fills {@code verdicts} with what the rows of {@code block} give. */
    public void evaluate(CodeBlock block, Verdicts verdicts) {
      if (isVectorized()) {
        short[][] current = block.columns();
        for (int l = 0; l < values.length; l++) {
          layers.get(l).apply(current, values[l], scratch, block.rows());
          current = values[l];
        }
        decide(current, block.rows(), verdicts);
      } else {
        askReference(block, verdicts);
      }
    }

    private void decide(short[][] last, int rows, Verdicts verdicts) {
      Decision decision = network.decision();
      Decision.OnScores scored = decision instanceof Decision.OnScores on ? on : null;
      for (int k = 0; k < last.length; k++) {
        long multiplier = scored == null ? 1 : scored.multipliers().get(k);
        long offset = scored == null ? 0 : scored.offsets().get(k);
        long start = offset + multiplier * bases[k];
        long[] scores = verdicts.scores()[k];
        short[] changes = last[k];
        for (int r = 0; r < rows; r++) {
          scores[r] = start + multiplier * changes[r];
        }
      }
      for (int r = 0; r < rows; r++) {
        for (int k = 0; k < operands.length; k++) {
          operands[k] = verdicts.scores()[k][r];
        }
        verdicts.classes()[r] = classOf(decision);
      }
    }

    private int classOf(Decision decision) {
      if (decision instanceof Decision.OnBits bits) {
        return bits.classOf(operands);
      }
      if (decision instanceof Decision.ArgMax argMax && argMax.tournament().isEmpty()) {
        int best = 0;
        for (int k = 1; k < operands.length; k++) {
          best = operands[k] > operands[best] ? k : best;
        }
        return best;
      }
      return ReferenceModel.decide(decision.onScores(), LongVector.of(operands));
    }

    private void askReference(CodeBlock block, Verdicts verdicts) {
      long[][] codes = new long[block.rows()][];
      for (int r = 0; r < codes.length; r++) {
        codes[r] = block.row(r);
      }
      ReferenceModel.Results results = reference.results(codes, 1);
      for (int r = 0; r < codes.length; r++) {
        verdicts.classes()[r] = results.classes()[r];
        for (int k = 0; k < results.scores()[r].length; k++) {
          verdicts.scores()[k][r] = results.scores()[r][k];
        }
      }
    }
  }
}
