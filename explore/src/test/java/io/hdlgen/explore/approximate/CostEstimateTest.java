package io.hdlgen.explore.approximate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hdlgen.boards.Target;
import io.hdlgen.boards.TargetCatalogue;
import io.hdlgen.explore.front.PrintedCost;
import io.hdlgen.flow.doctor.Doctor;
import io.hdlgen.flow.doctor.Tool;
import io.hdlgen.quantizer.approximate.CoarserFeatures;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.network.LongVector;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Converters are told before mapping as the mapped circuit needs them. */
class CostEstimateTest {
  @TempDir Path folder;

  @Test
  void convertersAreThoseOfTheMappedCircuit() throws IOException {
    boolean there = Doctor.ofEnvironment().find(Tool.YOSYS).isPresent();
    assumeTrue(there || Boolean.getBoolean("require.tools"), "skipped: no yosys");
    Target target = TargetCatalogue.builtIn().find("egfet_1v0");
    IntegerNetwork whole = Printed.network();
    RowParts parts = RowParts.of(Printed.request(folder, folder, 1, 1), whole);
    // Whole codes of the first feature, nothing of the second, two bits of the third.
    IntegerNetwork coarse = new CoarserFeatures(LongVector.of(0, 4, 2)).apply(whole);
    PrintedCost estimated = new CostEstimate(target).cost(coarse);
    PrintedCost mapped = new CircuitMapper(target, parts.training()).cost(coarse);
    assertThat(estimated.comparators()).isEqualTo(15 + 0 + 3).isEqualTo(mapped.comparators());
    assertThat(estimated.adcAreaCm2()).isCloseTo(mapped.adcAreaCm2(), within(1e-12));
    assertThat(estimated.adcPowerMw()).isCloseTo(mapped.adcPowerMw(), within(1e-12));
    assertThat(estimated.adcAreaCm2()).isGreaterThan(18 * 0.0008);
    assertThat(estimated.totalAreaCm2()).isEqualTo(estimated.areaCm2() + estimated.adcAreaCm2());
    PrintedCost full = new CostEstimate(target).cost(whole);
    assertThat(full.comparators()).isEqualTo(45);
  }
}
