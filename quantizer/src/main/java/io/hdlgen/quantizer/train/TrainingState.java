package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.net.HiddenLayer;
import io.hdlgen.quantizer.train.net.Mlp;
import io.hdlgen.quantizer.train.net.Parameter;
import io.hdlgen.quantizer.train.net.Weights;
import java.util.ArrayList;
import java.util.List;

/** Where a training stands: all that the next epoch depends on. */
final class TrainingState {
  private final Mlp network;
  private int epoch;
  private long step;
  private boolean frozen;
  private int bestEpoch = -1;
  private double bestRight = Double.NEGATIVE_INFINITY;
  private double bestLoss;
  private List<float[]> best = new ArrayList<>();

  TrainingState(Mlp network) {
    this.network = network;
  }

  /** Epochs that have ended. */
  int epoch() {
    return epoch;
  }

  void next() {
    epoch++;
  }

  /** Number of the step that begins, from 1. */
  long nextStep() {
    return ++step;
  }

  boolean frozen() {
    return frozen;
  }

  void freeze() {
    frozen = true;
  }

  /** The epoch whose values are the result, from 0. */
  int bestEpoch() {
    return bestEpoch;
  }

  /** Remembers the network as it is if more rows are right, or as many with less loss. */
  void consider(double right, double loss) {
    if (right > bestRight || (right == bestRight && loss <= bestLoss)) {
      bestRight = right;
      bestLoss = loss;
      bestEpoch = epoch;
      best = copies();
    }
  }

  /** Puts the best values back into the network. */
  void restoreBest() {
    int at = 0;
    for (Parameter parameter : network.parameters()) {
      parameter.values().fill(best.get(at++));
    }
    for (HiddenLayer layer : network.hidden()) {
      System.arraycopy(best.get(at++), 0, layer.mean(), 0, layer.mean().length);
      System.arraycopy(best.get(at++), 0, layer.variance(), 0, layer.variance().length);
    }
    for (Weights weights : network.weights()) {
      float[] kept = best.get(at++);
      weights.keep(
          kept.length == 0
              ? null
              : new Matrix(weights.latent().rows(), weights.latent().columns(), kept));
    }
  }

  private List<float[]> copies() {
    List<float[]> copies = new ArrayList<>();
    network.parameters().forEach(parameter -> copies.add(parameter.values().toArray()));
    for (HiddenLayer layer : network.hidden()) {
      copies.add(layer.mean().clone());
      copies.add(layer.variance().clone());
    }
    for (Weights weights : network.weights()) {
      copies.add(weights.kept() == null ? new float[0] : weights.kept().toArray());
    }
    return copies;
  }

  /** Numbers of the state: to be saved beside {@link #arrays}. */
  double[] numbers() {
    return new double[] {epoch, step, frozen ? 1 : 0, bestEpoch, bestRight, bestLoss};
  }

  /** Arrays of the state: the current ones with the optimizer's, then the best ones. */
  List<float[]> arrays() {
    List<float[]> arrays = copies();
    for (Parameter parameter : network.parameters()) {
      arrays.add(parameter.firstMoments().toArray());
      arrays.add(parameter.secondMoments().toArray());
    }
    arrays.addAll(best);
    return arrays;
  }

  /** Takes over what {@link #numbers} and {@link #arrays} gave. */
  void restore(double[] numbers, List<float[]> arrays) {
    epoch = (int) numbers[0];
    step = (long) numbers[1];
    frozen = numbers[2] != 0;
    bestEpoch = (int) numbers[3];
    bestRight = numbers[4];
    bestLoss = numbers[5];
    int values = copies().size();
    best = arrays.subList(0, values);
    restoreBest();
    int at = values;
    for (Parameter parameter : network.parameters()) {
      parameter.firstMoments().fill(arrays.get(at++));
      parameter.secondMoments().fill(arrays.get(at++));
    }
    best = List.copyOf(arrays.subList(at, arrays.size()));
  }
}
