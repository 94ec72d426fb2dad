package io.hdlgen.canids.detect;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.feature.InputForm;
import io.hdlgen.canids.frame.CanFrame;
import io.hdlgen.canids.log.LogReader;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.floating.FloatActivation;
import io.hdlgen.quantizer.floating.FloatNetwork;
import io.hdlgen.quantizer.format.ActivationFormat;
import io.hdlgen.quantizer.format.LayerFormat;
import io.hdlgen.quantizer.format.WeightFormat;
import io.hdlgen.quantizer.input.InputOptions;
import io.hdlgen.quantizer.metrics.ClassificationMetrics;
import io.hdlgen.quantizer.network.Encoding;
import io.hdlgen.quantizer.network.InputFeature;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.Rounding;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.quantizer.train.Checkpoints;
import io.hdlgen.quantizer.train.EpochReport;
import io.hdlgen.quantizer.train.QuantizedTraining;
import io.hdlgen.quantizer.train.Samples;
import io.hdlgen.quantizer.train.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.Well19937c;

/** Trains a detector on the windows of logs, and writes it. */
public final class DetectorTraining {
  /** Bits of the widest field of a frame. */
  private static final int CODE_BITS = 8;

  private static final int STEP = 100_000;

  private final TrainingPlan plan;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();
  private boolean synthetic;
  private long leftOut;

  public DetectorTraining(TrainingPlan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Trains and writes.
   *
   * @throws InvalidInputException if the logs cannot be learnt from, or the output is something
   *     else
   */
  public TrainedDetector run() {
    long start = System.nanoTime();
    DetectorFolder folder = new DetectorFolder(plan.output());
    folder.check();
    WindowSampler sampler = new WindowSampler(capacities(), new Well19937c(plan.training().seed()));
    for (TrafficLog log : plan.logs()) {
      read(log, sampler);
    }
    checkClasses(sampler);
    Samples samples =
        new Samples(
            plan.features().names(),
            sampler.features(),
            sampler.labels(),
            plan.classes().stream().map(DetectorClass::name).toList());
    Trainer trainer = new Trainer(samples, plan.training(), this::epochEnded, Checkpoints.NONE);
    FloatNetwork floating =
        plan.start()
            .orElseGet(
                () ->
                    trainer.trainFloat(plan.name(), plan.hidden(), FloatActivation.RELU).network());
    QuantizedTraining quantized =
        trainer.trainQuantized(floating, InputOptions.ofBits(codeBits()), formats());
    FloatNetwork named =
        new FloatNetwork(
            plan.name(), samples.featureNames(), floating.layers(), samples.classNames());
    Detector detector =
        new Detector(
            plan.name(),
            plan.features(),
            plan.classes(),
            ofFields(quantized.network()),
            new Origin(
                plan.logs().stream().map(TrafficLog::name).toList(),
                synthetic,
                plan.part(),
                samples.rows(),
                plan.training().seed()));
    folder.write(detector, named);
    progress.stage("measuring", 0);
    int[] answers = answers(detector.network(), samples.features());
    int[] floatAnswers = answers(named, samples.features());
    int[] training = quantized.split().training();
    int[] validation = quantized.split().validation();
    return new TrainedDetector(
        detector,
        sampler.seen(),
        counts(samples.labels(), plan.classes().size()),
        metrics(answers, samples, training),
        metrics(answers, samples, validation),
        metrics(floatAnswers, samples, training),
        metrics(floatAnswers, samples, validation),
        leftOut,
        (System.nanoTime() - start) / 1e9,
        notes);
  }

  private int[] capacities() {
    int attacks = plan.classes().size() - 1;
    int[] capacities = new int[attacks + 1];
    Arrays.fill(capacities, Math.max(1, plan.rows() / 2 / attacks));
    capacities[0] = Math.max(1, plan.rows() / 2);
    return capacities;
  }

  private void read(TrafficLog log, WindowSampler sampler) {
    progress.stage("reading " + log.name(), 0);
    FeatureExtractor extractor = new FeatureExtractor(plan.features());
    Detector labels = new Detector(plan.name(), plan.features(), plan.classes(), null, null);
    try (LogReader reader = log.open()) {
      long first = 0;
      long index = 0;
      for (CanFrame frame = reader.next(); frame != null; frame = reader.next()) {
        first = index == 0 ? frame.timeUs() : first;
        int[] codes = extractor.next(frame);
        if (codes != null && plan.part().contains(index, frame.timeUs() - first)) {
          int classIndex = labels.classOf(extractor.label());
          if (classIndex < 0) {
            leftOut++;
          } else {
            sampler.add(codes, classIndex);
          }
        }
        index++;
        if (index % STEP == 0) {
          progress.detail(String.format(Locale.ROOT, "%,d frames", index));
        }
      }
      synthetic |= reader.tally().synthetic();
      reader.tally().notes().forEach(note -> notes.add(log.name() + ": " + note));
    }
  }

  private void checkClasses(WindowSampler sampler) {
    long[] seen = sampler.seen();
    for (int k = 0; k < seen.length; k++) {
      if (seen[k] == 0) {
        throw new InvalidInputException(
            plan.logs().size() == 1 ? plan.logs().get(0).file().toString() : "the logs",
            "no window of the class %s to learn from among %,d"
                .formatted(plan.classes().get(k).name(), Arrays.stream(seen).sum() + leftOut),
            "some of each of %s in the part that is learnt from; --injected names the attack of labels without a name, --unlabelled benign says what frames without labels are"
                .formatted(plan.classes().stream().map(DetectorClass::name).toList()));
      }
    }
  }

  private int codeBits() {
    return plan.features().form() == InputForm.BITS ? 1 : CODE_BITS;
  }

  private List<LayerFormat> formats() {
    LayerFormat format =
        new LayerFormat(
            WeightFormat.ofBits(plan.bits()), new ActivationFormat.Unsigned(plan.bits()));
    return Collections.nCopies(plan.hidden().size() + 1, format);
  }

  private void epochEnded(EpochReport report) {
    if (report.epoch() == 1) {
      progress.stage("training " + report.phase(), report.epochs());
    }
    progress.detail(
        String.format(
            Locale.ROOT,
            "loss %.4f, %.2f %%",
            report.loss(),
            100 * report.validationAccuracy().orElse(report.trainingAccuracy())));
    progress.step(report.epoch());
  }

  /** The same network, but its features take what the fields of frames may hold, not less. */
  private IntegerNetwork ofFields(IntegerNetwork network) {
    List<InputFeature> inputs = new ArrayList<>();
    for (int i = 0; i < network.inputs().size(); i++) {
      InputFeature learnt = network.inputs().get(i);
      if (learnt.scale() != 1 || learnt.offset() != 0) {
        throw new IllegalStateException("codes that are not values: " + learnt);
      }
      inputs.add(
          InputFeature.filling(
              learnt.name(), plan.features().bits(i), Encoding.UNSIGNED, 1, 0, Rounding.HALF_EVEN));
    }
    return new IntegerNetwork(
        network.name(), inputs, network.layers(), network.decision(), network.classNames());
  }

  private int[] answers(IntegerNetwork network, double[][] rows) {
    long[][] codes =
        Arrays.stream(rows)
            .map(row -> Arrays.stream(row).mapToLong(value -> (long) value).toArray())
            .toArray(long[][]::new);
    return new ReferenceModel(network).classify(codes, plan.training().threads());
  }

  private static int[] answers(FloatNetwork network, double[][] rows) {
    return Arrays.stream(rows).parallel().mapToInt(network::classify).toArray();
  }

  private static long[] counts(int[] labels, int classes) {
    return IntStream.range(0, classes)
        .mapToLong(k -> Arrays.stream(labels).filter(label -> label == k).count())
        .toArray();
  }

  private static ClassificationMetrics metrics(int[] answers, Samples samples, int[] rows) {
    return ClassificationMetrics.of(
        Arrays.stream(rows).map(row -> answers[row]).toArray(),
        Arrays.stream(rows).map(row -> samples.labels()[row]).toArray(),
        samples.classNames());
  }
}
