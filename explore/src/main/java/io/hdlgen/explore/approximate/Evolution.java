package io.hdlgen.explore.approximate;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A population of approximations that evolves by NSGA-II (Deb, Pratap, Agarwal, Meyarivan, "A Fast
 * and Elitist Multiobjective Genetic Algorithm: NSGA-II", IEEE Transactions on Evolutionary
 * Computation 6, 2002), on one thread; only trials run side by side.
 */
final class Evolution {
  private static final double LEAST_CM2 = 1e-4;

  private final Trials trials;
  private final double leastMerit;
  private final Random random;
  private final Engine<DoubleGene, Vec<double[]>> engine;
  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> population;
  private long generation = 1;

  /**
   * @param leastMerit below it, only merit counts
   * @param first the first population
   */
  Evolution(Trials trials, double leastMerit, List<double[]> first, long seed) {
    this.trials = trials;
    this.leastMerit = leastMerit;
    this.random = new Random(seed);
    this.engine =
        new Engine.Builder<>(
                this::evaluate, () -> Genotype.of(DoubleChromosome.of(0, 1, first.get(0).length)))
            .populationSize(first.size())
            .offspringSelector(UFTournamentSelector.ofVec())
            .survivorsSelector(NSGA2Selector.ofVec())
            .offspringFraction(0.5)
            .alterers(new UniformCrossover<>(0.5, 0.5), new FewGenesMutator())
            .executor(Runnable::run)
            .maximizing()
            .build();
    this.population =
        first.stream()
            .map(point -> Phenotype.<DoubleGene, Vec<double[]>>of(genotype(point), generation))
            .collect(ISeq.toISeq());
  }

  private static Genotype<DoubleGene> genotype(double[] point) {
    List<DoubleGene> genes = new ArrayList<>();
    for (double coordinate : point) {
      genes.add(DoubleGene.of(coordinate, 0, 1));
    }
    return Genotype.of(DoubleChromosome.of(genes));
  }

  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> evaluate(
      Seq<Phenotype<DoubleGene, Vec<double[]>>> all) {
    List<double[]> points =
        all.stream()
            .filter(Phenotype::nonEvaluated)
            .map(one -> one.genotype().chromosome().as(DoubleChromosome.class).toArray())
            .collect(Collectors.toList());
    Iterator<TriedNetwork> tried = trials.all(points).iterator();
    return all.stream()
        .map(one -> one.isEvaluated() ? one : one.withFitness(objectives(tried.next(), leastMerit)))
        .collect(ISeq.toISeq());
  }

  /** Both are to be great; a bit more or less of a small area counts as much as of a large one. */
  static Vec<double[]> objectives(TriedNetwork trial, double leastMerit) {
    double area =
        trial.merit() < leastMerit ? Double.MAX_VALUE : Math.max(LEAST_CM2, trial.areaCm2());
    return Vec.of(trial.merit(), -Math.log(area));
  }

  /** One generation. */
  void evolve() {
    population =
        RandomRegistry.with(
                random, registered -> engine.evolve(EvolutionStart.of(population, generation)))
            .population();
    generation++;
  }
}
