package io.hdlgen.explore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hdlgen.quantizer.train.Samples;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaterialCacheTest {
  private final Samples samples = Tables.blobs(60);
  private int made;

  private Material make() {
    made++;
    return Material.of(samples, IntStream.range(0, samples.rows()).toArray(), 3, 0, 0);
  }

  @Test
  void keepsWhatWasUsedLastAndFits() {
    long one = make().bytes();
    made = 0;
    MaterialCache<String> cache = new MaterialCache<>(2 * one);
    Material a = cache.get("a", this::make);
    cache.get("b", this::make);
    assertThat(cache.get("a", this::make)).isSameAs(a);
    assertThat(made).isEqualTo(2);
    cache.get("c", this::make);
    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.get("a", this::make)).isSameAs(a);
    cache.get("b", this::make);
    assertThat(made).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsMadeEachTime() {
    MaterialCache<String> cache = new MaterialCache<>(0);
    assertThat(cache.get("a", this::make)).isNotNull();
    assertThat(cache.get("a", this::make).bits().rows()).isEqualTo(samples.rows());
    assertThat(made).isEqualTo(2);
    assertThat(cache.size()).isZero();
  }
}
