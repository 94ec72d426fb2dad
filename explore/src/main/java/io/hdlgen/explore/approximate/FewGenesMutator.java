package io.hdlgen.explore.approximate;

import io.jenetics.Chromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.MutatorResult;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws 1, 2, 4, 8 or 16 genes of every offspring anew, however many there are. */
final class FewGenesMutator extends Mutator<DoubleGene, Vec<double[]>> {
  private static final int SIZES = 5;

  FewGenesMutator() {
    super(1);
  }

  @Override
  protected MutatorResult<Chromosome<DoubleGene>> mutate(
      Chromosome<DoubleGene> chromosome, double probability, RandomGenerator random) {
    List<DoubleGene> genes = new ArrayList<>();
    chromosome.forEach(genes::add);
    int count = 1 << random.nextInt(SIZES);
    for (int m = 0; m < count; m++) {
      int at = random.nextInt(genes.size());
      genes.set(at, genes.get(at).newInstance(random.nextDouble()));
    }
    return new MutatorResult<>(chromosome.newInstance(ISeq.of(genes)), count);
  }
}
