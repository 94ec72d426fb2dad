package io.hdlgen.explore.search;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.Phenotype;
import io.jenetics.UniformCrossover;
import io.jenetics.engine.Engine;
import io.jenetics.engine.EvolutionResult;
import io.jenetics.engine.EvolutionStart;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.UFTournamentSelector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * A population of recipes that evolves by NSGA-II (Deb, Pratap, Agarwal, Meyarivan, "A Fast and
 * Elitist Multiobjective Genetic Algorithm: NSGA-II", IEEE Transactions on Evolutionary Computation
 * 6, 2002), on one thread; only trials run side by side.
 */
final class Island {
  private final Function<Trial, double[]> objectives;
  private final TrialBoard board;
  private final Random random;
  private final Engine<DoubleGene, Vec<double[]>> engine;
  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> population;
  private long generation = 1;

  /**
   * An island.
   *
   * @param objectives what is to be great
   * @param first points of the first population
   */
  Island(Function<Trial, double[]> objectives, TrialBoard board, List<double[]> first, long seed) {
    this.objectives = objectives;
    this.board = board;
    this.random = new Random(seed);
    this.engine =
        new Engine.Builder<>(
                this::evaluate,
                () -> Genotype.of(DoubleChromosome.of(0, 1, RecipeSpace.DIMENSIONS)))
            .populationSize(first.size())
            .offspringSelector(UFTournamentSelector.ofVec())
            .survivorsSelector(NSGA2Selector.ofVec())
            .offspringFraction(0.5)
            .alterers(new UniformCrossover<>(0.5, 0.3), new GaussianMutator<>(0.35))
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

  private static Recipe recipe(Genotype<DoubleGene> genotype) {
    double[] point = new double[RecipeSpace.DIMENSIONS];
    for (int d = 0; d < point.length; d++) {
      point[d] = genotype.chromosome().get(d).doubleValue();
    }
    return RecipeSpace.at(point);
  }

  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> evaluate(
      Seq<Phenotype<DoubleGene, Vec<double[]>>> all) {
    List<Trial> trials = board.all(all.stream().map(one -> recipe(one.genotype())).toList());
    List<Phenotype<DoubleGene, Vec<double[]>>> result = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      result.add(all.get(i).withFitness(Vec.of(objectives.apply(trials.get(i)))));
    }
    return ISeq.of(result);
  }

  /** One generation. */
  void evolve() {
    EvolutionResult<DoubleGene, Vec<double[]>> result =
        RandomRegistry.with(
            random, registered -> engine.evolve(EvolutionStart.of(population, generation)));
    population = result.population();
    generation++;
  }

  /** Puts recipes of another island in the place of as many of this one. */
  void settle(Island other, int count) {
    List<Phenotype<DoubleGene, Vec<double[]>>> mixed =
        new ArrayList<>(population.asList().subList(0, population.size() - count));
    for (Phenotype<DoubleGene, Vec<double[]>> one : other.population.asList().subList(0, count)) {
      mixed.add(Phenotype.of(one.genotype(), generation));
    }
    population = ISeq.of(mixed);
  }
}
