package io.hdlgen.explore.evolution;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.Genotype;
import io.jenetics.Mutator;
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
import java.util.function.UnaryOperator;

/**
 * A population of points of a cube, each coordinate from 0 to 1, that evolves by NSGA-II (Deb,
 * Pratap, Agarwal, Meyarivan, "A Fast and Elitist Multiobjective Genetic Algorithm: NSGA-II", IEEE
 * Transactions on Evolutionary Computation 6, 2002), on one thread: the same arguments give the
 * same points.
 */
public final class Nsga2 {
  private static final double CROSSED = 0.5;

  private final UnaryOperator<List<double[]>> objectives;
  private final Random random;
  private final Engine<DoubleGene, Vec<double[]>> engine;
  private ISeq<Phenotype<DoubleGene, Vec<double[]>>> population;
  private long generation = 1;

  /**
   * A population.
   *
   * @param objectives of points, in their order: what is to be great, the same of the same point
   * @param first points of the first population, at least one
   * @param swap probability with which two points that are crossed exchange a coordinate
   * @param mutator applied to points after they were crossed
   */
  public Nsga2(
      UnaryOperator<List<double[]>> objectives,
      List<double[]> first,
      double swap,
      Mutator<DoubleGene, Vec<double[]>> mutator,
      long seed) {
    this.objectives = objectives;
    this.random = new Random(seed);
    this.engine =
        new Engine.Builder<>(
                this::evaluate, () -> Genotype.of(DoubleChromosome.of(0, 1, first.get(0).length)))
            .populationSize(first.size())
            .offspringSelector(UFTournamentSelector.ofVec())
            .survivorsSelector(NSGA2Selector.ofVec())
            .offspringFraction(0.5)
            .alterers(new UniformCrossover<>(CROSSED, swap), mutator)
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
            .toList();
    Iterator<double[]> found = objectives.apply(points).iterator();
    return all.stream()
        .map(one -> one.isEvaluated() ? one : one.withFitness(Vec.of(found.next())))
        .collect(ISeq.toISeq());
  }

  /** One generation. */
  public void evolve() {
    population =
        RandomRegistry.with(
                random, registered -> engine.evolve(EvolutionStart.of(population, generation)))
            .population();
    generation++;
  }

  /** Puts points of another population in the place of as many of this one. */
  public void settle(Nsga2 other, int count) {
    List<Phenotype<DoubleGene, Vec<double[]>>> mixed =
        new ArrayList<>(population.asList().subList(0, population.size() - count));
    for (Phenotype<DoubleGene, Vec<double[]>> one : other.population.asList().subList(0, count)) {
      mixed.add(Phenotype.of(one.genotype(), generation));
    }
    population = ISeq.of(mixed);
  }
}
