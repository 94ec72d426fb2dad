package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecipeSpaceTest {
  @Test
  void staysWithinItsLists() {
    Random random = new Random(1);
    Set<Integer> bits = new HashSet<>();
    Set<Integer> leaves = new HashSet<>();
    Set<Double> errors = new HashSet<>();
    Set<String> texts = new HashSet<>();
    Set<Recipe> recipes = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      // Corners, too.
      double[] point =
          random
              .doubles(RecipeSpace.DIMENSIONS)
              .map(x -> x < 0.05 ? 0 : x > 0.95 ? 1 : x)
              .toArray();
      Recipe recipe = RecipeSpace.at(point);
      recipes.add(recipe);
      bits.add(recipe.bits());
      leaves.add(recipe.leaves());
      errors.add(recipe.errorMm2());
      texts.add(recipe.text());
      assertThat(recipe.balance()).isBetween(0.0, 1.0);
      assertThat(recipe.powerMm2()).isBetween(0.0, 10.0);
      assertThat(recipe.noise()).isBetween(0.0, 1.0);
      assertThat(recipe.errorMm2()).isEqualTo(Math.rint(recipe.errorMm2()));
    }
    // Circuits' rows and networks take up to 15 levels a feature.
    assertThat(bits).isSubsetOf(List.of(1, 2, 3, 4)).contains(2, 3, 4);
    assertThat(leaves).contains(4, 240).allMatch(count -> count >= 2 && count <= 240);
    assertThat(errors).contains(10_000.0).allMatch(error -> error >= 10 && error <= 10_000);
    assertThat(texts).as("texts are keys").hasSameSizeAs(recipes);
  }

  @Test
  void evenlySpreadPoints() {
    assertThat(Arrays.copyOf(RecipeSpace.halton(1), 3)).containsExactly(1 / 2.0, 1 / 3.0, 1 / 5.0);
    assertThat(RecipeSpace.halton(2)[0]).isEqualTo(0.25);
    assertThat(RecipeSpace.halton(3)[0]).isEqualTo(0.75);
    assertThat(RecipeSpace.halton(5)[1]).isBetween(7 / 9.0 - 1e-12, 7 / 9.0 + 1e-12);
    for (int d = 0; d < RecipeSpace.DIMENSIONS; d++) {
      int[] quarters = new int[4];
      for (int index = 1; index <= 1000; index++) {
        double at = RecipeSpace.halton(index)[d];
        assertThat(at).isBetween(0.0, Math.nextDown(1.0));
        quarters[(int) (4 * at)]++;
      }
      for (int count : quarters) {
        assertThat(count).as("dimension %d", d).isBetween(230, 270);
      }
    }
  }
}
