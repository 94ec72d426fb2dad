package io.hdlgen.hdl.pass;

import org.junit.jupiter.api.Test;

class ShareSubexpressionsTest {
  private static final Pass PASS = new ShareSubexpressions();

  @Test
  void equalNodesBecomeOne() {
    Passes.assertRewritten(
        PASS,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [0, 7] @ - - b
          %2 = extend 4 %0 : [0, 7] @ - - a
          %3 = extend 4 %1 : [0, 7] @ - - b
          %4 = add %2 %3 : [0, 14] @ l0 n0 sum
          %5 = extend 4 %0 : [0, 7] @ - - a
          %6 = add %3 %5 : [0, 14] @ l0 n1 sum
          %7 = constant 5 @ l0 n0 threshold
          %8 = extend 4 %7 : [5, 5] @ l0 n0 threshold
          %9 = constant 5 @ l0 n1 threshold
          %10 = extend 4 %9 : [5, 5] @ l0 n1 threshold
          %11 = less %4 %8 @ l0 n0 ge
          %12 = less %6 %10 @ l0 n1 ge
          %13 = output "y_o" %11 : [0, 1] @ - - y
          %14 = output "z_o" %12 : [0, 1] @ - - z
          %15 = extend 6 %0 : [0, 7] @ - - a
          %16 = extend 6 %1 : [0, 7] @ - - b
          %17 = multiply %15 %16 : [0, 49] @ l0 n0 product
          %18 = multiply %16 %15 : [0, 49] @ l0 n1 product
          %19 = output "p_o" %17 : [0, 49] @ - - p
          %20 = output "q_o" %18 : [0, 49] @ - - q
        """,
        """
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [0, 7] @ - - b
          %2 = extend 4 %0 : [0, 7] @ - - a
          %3 = extend 4 %1 : [0, 7] @ - - b
          %4 = add %2 %3 : [0, 14] @ l0 n0 sum
          %5 = constant 5 @ l0 n0 threshold
          %6 = extend 4 %5 : [5, 5] @ l0 n0 threshold
          %7 = less %4 %6 @ l0 n0 ge
          %8 = output "y_o" %7 : [0, 1] @ - - y
          %9 = output "z_o" %7 : [0, 1] @ - - z
          %10 = extend 6 %0 : [0, 7] @ - - a
          %11 = extend 6 %1 : [0, 7] @ - - b
          %12 = multiply %10 %11 : [0, 49] @ l0 n0 product
          %13 = output "p_o" %12 : [0, 49] @ - - p
          %14 = output "q_o" %12 : [0, 49] @ - - q
        """);
  }

  /**
   * Differences have an order; registers, memories and equal ports stay apart, whatever they hold.
   */
  @Test
  void unchanged() {
    Passes.assertUnchanged(
        PASS,
        """
        module child
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = output "y_o" %0 : [0, 7] @ - - y
          %2 = output "z_o" %0 : [0, 7] @ - - z
        module m
          %0 = input "a_i" : [0, 7] @ - - a
          %1 = input "b_i" : [0, 7] @ - - b
          %2 = extend 4 %0 : [0, 7] @ - - a
          %3 = extend 4 %1 : [0, 7] @ - - b
          %4 = subtract %2 %3 : [-7, 7] @ l0 n0 sum
          %5 = subtract %3 %2 : [-7, 7] @ l0 n1 sum
          %6 = extend 5 %0 : [0, 7] @ - - a
          %7 = register 0 %9 : [0, 7] @ - - r
          %8 = register 0 %9 : [0, 7] @ - - r
          %9 = and %7 %8 : [0, 7] @ - - both
          %10 = instance child "a_i" %9 @ - - u
          %11 = instance_output "y_o" %10 : [0, 7] @ - - y
          %12 = instance child "a_i" %9 @ - - v
          %13 = instance_output "y_o" %12 : [0, 7] @ - - y
          %14 = less %4 %5 @ - - less
          %15 = greater_equal %4 %5 @ - - ge
          %16 = output "p_o" %14 : [0, 1] @ - - p
          %17 = output "q_o" %15 : [0, 1] @ - - q
          %18 = output "r_o" %11 : [0, 7] @ - - r
          %19 = output "s_o" %13 : [0, 7] @ - - s
          %20 = rom 1 2 %14 : [1, 2] @ - - word
          %21 = rom 1 2 %14 : [1, 2] @ - - word
          %22 = memory 2 %15 %14 %20 %14 : [0, 3] @ - - queue
          %23 = memory 2 %15 %14 %21 %14 : [0, 3] @ - - queue
          %24 = output "t_o" %22 : [0, 3] @ - - t
          %25 = output "u_o" %23 : [0, 3] @ - - u
        """);
  }
}
