package io.hdlgen.canids.verify;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.canids.feature.FeatureSpec;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gives frames one by one, having told what the reference says of them. */
final class Reference implements Supplier<BusFrame> {
  private static final int BATCH = 512;

  private final FeatureSpec spec;
  private final FeatureExtractor extractor;
  private final ReferenceModel model;
  private final Set<Integer> attacks;
  private final Supplier<BusFrame> traffic;
  private final Consumer<Expectation> listener;
  private final Deque<BusFrame> ready = new ArrayDeque<>();
  private long left;
  private int seq;

  /**
   * @param frames how many of the traffic
   * @param listener hears of each frame before it is given
   */
  Reference(
      FeatureSpec spec,
      IntegerNetwork network,
      Set<Integer> attacks,
      Supplier<BusFrame> traffic,
      long frames,
      Consumer<Expectation> listener) {
    this.spec = spec;
    this.extractor = new FeatureExtractor(spec);
    this.model = new ReferenceModel(network);
    this.attacks = attacks;
    this.traffic = traffic;
    this.left = frames;
    this.listener = listener;
  }

  @Override
  public BusFrame get() {
    if (ready.isEmpty()) {
      fill();
    }
    return ready.poll();
  }

  private void fill() {
    List<Expectation> batch = new ArrayList<>();
    List<long[]> codes = new ArrayList<>();
    List<Expectation> judgeable = new ArrayList<>();
    for (; left > 0 && batch.size() < BATCH; left--) {
      BusFrame bus = traffic.get();
      Expectation expectation = look(bus, codes);
      batch.add(expectation);
      if (expectation.judgeable()) {
        judgeable.add(expectation);
      }
    }
    int[] classes = model.classify(codes.toArray(long[][]::new), 1);
    for (int i = 0; i < classes.length; i++) {
      judgeable.get(i).decide(classes[i], attacks.contains(classes[i]));
    }
    for (Expectation expectation : batch) {
      listener.accept(expectation);
      ready.add(expectation.bus());
    }
  }

  private Expectation look(BusFrame bus, List<long[]> rows) {
    BigInteger features = null;
    boolean full = false;
    if (bus.complete()) {
      boolean judged = extractor.preview(bus.frame()) != null;
      int[] codes = extractor.codes();
      features = pack(codes);
      full = judged;
      if (judged) {
        long[] row = new long[codes.length];
        for (int i = 0; i < row.length; i++) {
          row[i] = codes[i];
        }
        rows.add(row);
      }
    }
    if (!bus.error()) {
      extractor.next(bus.frame());
    }
    return new Expectation(bus, seq++ & 0xffff, features, full);
  }

  /** The codes side by side, the first one lowest. */
  private BigInteger pack(int[] codes) {
    byte[] bytes = new byte[spec.totalBits() / 8 + 2];
    int low = 0;
    for (int i = 0; i < codes.length; i++) {
      int shifted = codes[i] << low % 8;
      int place = bytes.length - 1 - low / 8;
      bytes[place] |= (byte) shifted;
      bytes[place - 1] |= (byte) (shifted >> 8);
      low += spec.bits(i);
    }
    return new BigInteger(1, bytes);
  }
}
