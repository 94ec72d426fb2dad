package io.hdlgen.hdl.folding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules of the folded pipeline, cycle by cycle and slot by slot, with nothing clever. */
final class NaivePipeline {
  private final FoldedShape shape;
  private final List<Integer> delays;
  private final QueueDepths depths;
  private final int count;
  private final List<List<Long>> written = new ArrayList<>();
  private final List<List<Long>> freed = new ArrayList<>();
  private final List<List<Long>> issued = new ArrayList<>();
  private final List<Long> promised = new ArrayList<>();
  private final List<Map<Long, Long>> flight = new ArrayList<>();
  final List<Long> results = new ArrayList<>();
  final long[] inputWaits;
  final long[] roomWaits;

  NaivePipeline(FoldedShape shape, List<Integer> delays, QueueDepths depths) {
    this.shape = shape;
    this.delays = delays;
    this.depths = depths;
    count = shape.layers().size();
    inputWaits = new long[count];
    roomWaits = new long[count];
    for (int queue = 0; queue <= count; queue++) {
      written.add(new ArrayList<>());
      freed.add(new ArrayList<>());
      issued.add(new ArrayList<>());
      promised.add(0L);
      flight.add(new HashMap<>());
    }
  }

  List<Long> written(int queue) {
    return written.get(queue);
  }

  List<Long> issued(int layer) {
    return issued.get(layer);
  }

  void run(int inferences) {
    for (long cycle = 0; results.size() < inferences; cycle++) {
      if (cycle > 10_000_000) {
        throw new IllegalStateException("stands still");
      }
      for (int queue = 1; queue <= count; queue++) {
        if (flight.get(queue).containsKey(cycle)) {
          written.get(queue).add(cycle);
        }
      }
      accept(cycle, inferences);
      for (int l = 0; l < count; l++) {
        issue(l, cycle, inferences);
      }
      int next = results.size();
      if (next < written.get(count).size() && written.get(count).get(next) < cycle) {
        results.add(cycle);
        freed.get(count).add(cycle);
      }
    }
  }

  private boolean room(int queue, long word, long cycle) {
    long before = word - depths.get(queue);
    return before < 0
        || (before < freed.get(queue).size() && freed.get(queue).get((int) before) < cycle);
  }

  private void accept(long cycle, int inferences) {
    long word = written.get(0).size();
    if (word < (long) inferences * shape.words(0) && room(0, word, cycle)) {
      written.get(0).add(cycle);
    }
  }

  private void issue(int l, long cycle, int inferences) {
    FoldedLayer layer = shape.layers().get(l);
    long slot = issued.get(l).size();
    long inference = slot / layer.slots();
    if (inference >= inferences) {
      return;
    }
    int nf = (int) (slot % layer.slots() / layer.sf());
    int sf = (int) (slot % layer.sf());
    int q = shape.wordElements(l) / layer.simd();
    long word = inference * shape.words(l) + sf / q;
    boolean there = word < written.get(l).size() && written.get(l).get((int) word) < cycle;
    if (!there) {
      inputWaits[l]++;
      return;
    }
    int r = l == count - 1 ? layer.nf() : shape.wordElements(l + 1) / layer.pe();
    boolean completes = sf == layer.sf() - 1 && (nf % r == r - 1 || nf == layer.nf() - 1);
    if (completes && !room(l + 1, promised.get(l + 1), cycle)) {
      roomWaits[l]++;
      return;
    }
    issued.get(l).add(cycle);
    if (completes) {
      promised.set(l + 1, promised.get(l + 1) + 1);
      flight.get(l + 1).put(cycle + delays.get(l), cycle);
    }
    if (nf == layer.nf() - 1 && (sf % q == q - 1 || sf == layer.sf() - 1)) {
      freed.get(l).add(cycle);
    }
  }
}
