package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.train.compute.Matrix;
import io.hdlgen.quantizer.train.compute.Workers;
import io.hdlgen.quantizer.train.net.AdamW;
import io.hdlgen.quantizer.train.net.Loss;
import io.hdlgen.quantizer.train.net.Mlp;
import io.hdlgen.quantizer.train.net.Parameter;
import java.util.OptionalDouble;
import org.apache.commons.math3.random.Well19937c;

/** Runs the epochs of one training, and leaves the best weights in the network. */
final class Session {
  /**
   * Part of the epochs after which batch normalisation stands still; the last one always does so.
   */
  private static final double FREEZE = 0.8;

  /** Part of the epochs after which weights are drawn to their levels. */
  private static final double DAMPED_FROM = 0.3;

  private static final double WARM_UP = 0.03;

  private final String phase;
  private final Mlp network;
  private final Rows rows;
  private final Split split;
  private final TrainingOptions options;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;
  private final CheckpointCodec codec;
  private final TrainingState state;
  private final AdamW optimizer;
  private final Loss loss;
  private final Pruning pruning;

  Session(
      String phase,
      Mlp network,
      Rows rows,
      Split split,
      TrainingOptions options,
      TrainingListener listener,
      Checkpoints checkpoints,
      CheckpointCodec codec,
      Workers workers) {
    this.phase = phase;
    this.network = network;
    this.rows = rows;
    this.split = split;
    this.options = options;
    this.listener = listener;
    this.checkpoints = checkpoints;
    this.codec = codec;
    this.state = new TrainingState(network);
    this.optimizer = new AdamW(network.parameters(), options.weightDecay(), workers);
    this.loss =
        new Loss(
            network.outputs(),
            options.labelSmoothing(),
            rows.teacher() == null ? 0 : options.distillation());
    this.pruning = new Pruning(options);
  }

  /**
   * Trains; returns the epoch, from 1, whose weights are left in the network.
   *
   * @throws InvalidInputException if the options let the weights grow beyond all numbers
   */
  int run() {
    checkpoints.load(phase).ifPresent(bytes -> codec.read(bytes, state));
    int epochs = options.epochs();
    while (state.epoch() < epochs && !isExhausted()) {
      epoch(state.epoch());
      state.next();
      if (checkpoints.due()) {
        checkpoints.save(phase, codec.write(state));
      }
    }
    state.restoreBest();
    network.refresh();
    checkpoints.save(phase, codec.write(state));
    return state.bestEpoch() + 1;
  }

  private boolean isExhausted() {
    return options.patience() > 0
        && split.validation().length > 0
        && state.bestEpoch() >= 0
        && state.epoch() - state.bestEpoch() > options.patience();
  }

  private void epoch(int epoch) {
    double progress = (double) epoch / options.epochs();
    if (pruning.isWanted() && !Pruning.isDone(progress)) {
      pruning.apply(network, (epoch + 1.0) / options.epochs());
    }
    boolean pruned = !pruning.isWanted() || Pruning.isDone((epoch + 1.0) / options.epochs());
    boolean late = epoch >= Math.min(FREEZE * options.epochs(), options.epochs() - 1);
    if (late && !state.frozen()) {
      Statistics.measure(network, rows.codes(), split.training());
      state.freeze();
    }
    if (state.frozen()) {
      network.freezeNormalisation();
    }
    network.refresh();
    int[] order = shuffled(epoch);
    int batches = (int) Math.max(1, Math.round((double) order.length / options.batchSize()));
    loss.reset();
    for (int b = 0; b < batches; b++) {
      int from = (int) ((long) order.length * b / batches);
      int to = (int) ((long) order.length * (b + 1) / batches);
      step(order, from, to, (epoch + (double) b / batches) / options.epochs());
    }
    OptionalDouble accuracy = OptionalDouble.empty();
    double meanLoss = loss.total() / order.length;
    double trainingAccuracy = (double) loss.right() / order.length;
    if (!Double.isFinite(meanLoss)
        || !network.parameters().stream().allMatch(Parameter::isFinite)) {
      throw new InvalidInputException(
          "training",
          "weights that grew beyond all numbers in epoch " + (epoch + 1),
          "a lower learning rate, weight decay or weight of L1");
    }
    if (split.validation().length > 0) {
      loss.reset();
      evaluate(split.validation());
      accuracy = OptionalDouble.of((double) loss.right() / split.validation().length);
    }
    if (pruned) {
      // At the end of the cosine networks are best; an earlier one that was luckier on a few
      // validation rows is worse on others. So these choose only where they may end the training.
      boolean chooses = options.patience() > 0 && accuracy.isPresent();
      state.consider(chooses ? loss.right() : epoch, chooses ? loss.total() : 0);
    }
    listener.epochEnded(
        new EpochReport(phase, epoch + 1, options.epochs(), meanLoss, trainingAccuracy, accuracy));
  }

  private void step(int[] order, int from, int to, double progress) {
    int count = to - from;
    Rows batch = gather(order, from, to);
    Matrix logits = network.forward(count, batch.codes(), true);
    loss.apply(
        count, logits, batch.labels(), batch.weights(), batch.teacher(), network.logitGradients());
    network.backward(count);
    if (options.l1() > 0) {
      network.addMagnitudes((float) options.l1());
    }
    double rate =
        options.learningRate()
            * Math.min(1, (progress + 0.1 / options.epochs()) / WARM_UP)
            * 0.5
            * (1 + StrictMath.cos(Math.PI * progress));
    optimizer.step(state.nextStep(), rate);
    double late = (progress - DAMPED_FROM) / (1 - DAMPED_FROM);
    if (options.damping() > 0 && late > 0) {
      network.dampen((float) (rate * options.damping() * late));
    }
    network.refresh();
  }

  private void evaluate(int[] which) {
    for (int from = 0; from < which.length; from += network.capacity()) {
      int to = Math.min(which.length, from + network.capacity());
      Rows part = gather(which, from, to);
      Matrix logits = network.forward(to - from, part.codes(), false);
      loss.apply(
          to - from,
          logits,
          part.labels(),
          part.weights(),
          part.teacher(),
          network.logitGradients());
    }
  }

  private Rows gather(int[] order, int from, int to) {
    int count = to - from;
    Matrix codes = rows.codes().select(order, from, to);
    int[] labels = new int[count];
    float[] weights = new float[count];
    for (int r = 0; r < count; r++) {
      labels[r] = rows.labels()[order[from + r]];
      weights[r] = rows.weights()[order[from + r]];
    }
    Matrix teacher = rows.teacher() == null ? null : rows.teacher().select(order, from, to);
    return new Rows(codes, labels, weights, teacher);
  }

  /** The training rows in the order of an epoch: it depends on the seed and the epoch alone. */
  private int[] shuffled(int epoch) {
    int[] order = split.training().clone();
    Well19937c random =
        new Well19937c(
            new int[] {(int) options.seed(), (int) (options.seed() >>> 32), epoch, phase.length()});
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int row = order[i];
      order[i] = order[j];
      order[j] = row;
    }
    return order;
  }
}
