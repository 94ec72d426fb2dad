package io.hdlgen.hdl.pass;

import io.hdlgen.hdl.netlist.Netlist;
import org.junit.jupiter.api.Test;

class NarrowRangesTest {
  private static final Pass PASS = new NarrowRanges();

  /** 3a = 4a - a lies in [0, 21], not in [-7, 28]; and then 3a + b - 3a is b. */
  @Test
  void inputsThatComeInTwiceCountOnce() {
    Passes.assertRewritten(
        new PassesThenDead(),
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [-4, 3] @ - - b
          %2 = shift_left 2 %0 : [0, 28] @ l0 n0 sum
          %3 = extend 6 %2 : [0, 28] @ l0 n0 sum
          %4 = extend 6 %0 : [0, 7] @ - - a
          %5 = subtract %3 %4 : [-7, 28] @ l0 n0 sum
          %6 = extend 6 %1 : [-4, 3] @ - - b
          %7 = add %5 %6 : [-11, 31] @ l0 n1 sum
          %8 = extend 7 %7 : [-11, 31] @ l0 n1 sum
          %9 = extend 7 %5 : [-7, 28] @ l0 n0 sum
          %10 = subtract %8 %9 : [-39, 38] @ l0 n2 sum
          %11 = output "x_o" %5 : [-7, 28] @ - - x
          %12 = output "y_o" %7 : [-11, 31] @ - - y
          %13 = output "z_o" %10 : [-39, 38] @ - - z
        """,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [-4, 3] @ - - b
          %2 = shift_left 2 %0 : [0, 28] @ l0 n0 sum
          %3 = extend 5 %0 : [0, 7] @ - - a
          %4 = subtract %2 %3 : [0, 21] @ l0 n0 sum
          %5 = extend 6 %4 : [0, 21] @ l0 n0 sum
          %6 = extend 6 %1 : [-4, 3] @ - - b
          %7 = add %5 %6 : [-4, 24] @ l0 n1 sum
          %8 = subtract %7 %5 : [-32, 31] @ l0 n2 sum
          %9 = slice 0 %8 : [-4, 3] @ l0 n2 sum
          %10 = output "x_o" %5 : [-7, 28] @ - - x
          %11 = output "y_o" %7 : [-11, 31] @ - - y
          %12 = extend 7 %9 : [-4, 3] @ l0 n2 sum
          %13 = output "z_o" %12 : [-39, 38] @ - - z
        """);
  }

  @Test
  void unchanged() {
    Passes.assertUnchanged(
        PASS,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [-4, 3] @ - - b
          %2 = extend 5 %0 : [0, 7] @ - - a
          %3 = extend 5 %1 : [-4, 3] @ - - b
          %4 = add %2 %3 : [-4, 10] @ l0 n0 sum
          %5 = shift_left 1 %4 : [-8, 20] @ l0 n1 sum
          %6 = slice 0 %5 : [-8, 7] @ l0 n1 low
          %7 = extend 6 %6 : [-8, 7] @ l0 n1 low
          %8 = subtract %5 %7 : [-15, 28] @ l0 n2 sum
          %9 = output "y_o" %8 : [-15, 28] @ - - y
          %10 = extend 6 %1 : [-4, 3] @ - - b
          %11 = extend 6 %0 : [0, 7] @ - - a
          %12 = multiply %10 %11 : [-28, 21] @ l0 n3 product
          %13 = slice 1 %0 : [0, 1] @ - - low
          %14 = rom -9 9 %13 : [-10, 10] @ l0 - word
          %15 = memory 2 %13 %13 %12 %13 : [-32, 31] @ l0 - queue
          %16 = output "p_o" %14 : [-10, 10] @ - - p
          %17 = output "q_o" %15 : [-32, 31] @ - - q
        """);
  }

  /** The pass leaves what it has replaced; that is for {@link RemoveDeadNodes}. */
  private static final class PassesThenDead implements Pass {
    @Override
    public String name() {
      return PASS.name();
    }

    @Override
    public Netlist run(Netlist netlist) {
      return new RemoveDeadNodes().run(PASS.run(netlist));
    }
  }
}
