package io.hdlgen.hdl.top;

import io.hdlgen.hdl.netlist.ModuleBuilder;
import io.hdlgen.hdl.netlist.Node.Register;
import io.hdlgen.hdl.netlist.Origin;
import io.hdlgen.hdl.netlist.Range;
import java.math.BigInteger;
import java.util.List;

/**
 * The three channels of AXI4-Lite that write. Address and data come in any order and are held until
 * both are there; {@code awready}, {@code wready}, {@code bvalid} and {@code bresp} are registers.
 */
final class WritePort {
  private final ModuleBuilder builder;
  private final int addressValid;
  private final int dataValid;
  private final int responseReady;
  private final int addressReady;
  private final int dataReady;
  private final int addressHeld;
  private final int dataHeld;
  private final int responseValid;

  /** Word that is written to. */
  final int word;

  /** The 32 bits. */
  final int data;

  /** Which of the four bytes are written. */
  final int strobes;

  /** Whether a write is there and its response has a place. */
  final int pending;

  WritePort(ModuleBuilder builder, int addressBits) {
    this.builder = builder;
    int address = builder.input(role("aw"), Range.unsigned(addressBits), "s_axi_awaddr");
    builder.input(role("aw"), Range.unsigned(3), "s_axi_awprot");
    addressValid = builder.input(role("aw"), Range.BIT, "s_axi_awvalid");
    int inData = builder.input(role("w"), Range.unsigned(32), "s_axi_wdata");
    int inStrobes = builder.input(role("w"), Range.unsigned(4), "s_axi_wstrb");
    dataValid = builder.input(role("w"), Range.BIT, "s_axi_wvalid");
    responseReady = builder.input(role("b"), Range.BIT, "s_axi_bready");
    addressReady = flag("aw_ready");
    dataReady = flag("w_ready");
    addressHeld = flag("aw_held");
    dataHeld = flag("w_held");
    responseValid = flag("b_valid");
    Range words = Range.unsigned(addressBits - 2);
    int place = builder.slice(role("aw"), address, 2, words);
    word = builder.register(role("write_word"), place, addressReady);
    data = builder.register(role("write_data"), inData, dataReady);
    strobes = builder.register(role("write_strobes"), inStrobes, dataReady);
    int both = builder.and(role("both"), addressHeld, dataHeld);
    pending = builder.and(role("pending"), both, builder.not(role("no_response"), responseValid));
  }

  /**
   * Connects what follows from the registers' answer.
   *
   * @param commit whether the pending write is carried out in this cycle
   * @param error whether it is refused
   */
  void finish(int commit, int error) {
    int waits = builder.not(role("no_commit"), commit);
    hold("aw", addressValid, addressReady, addressHeld, waits);
    hold("w", dataValid, dataReady, dataHeld, waits);
    int stays =
        builder.and(role("b_stays"), responseValid, builder.not(role("b_not"), responseReady));
    builder.connect(responseValid, builder.or(role("b_next"), commit, stays));
    int slaveError = builder.register(role("b_error"), error, commit);
    builder.output(role("aw"), "s_axi_awready", addressReady);
    builder.output(role("w"), "s_axi_wready", dataReady);
    builder.output(role("b"), "s_axi_bresp", response(builder, slaveError));
    builder.output(role("b"), "s_axi_bvalid", responseValid);
  }

  private void hold(String channel, int valid, int ready, int held, int waits) {
    int taken = builder.and(role(channel + "_taken"), valid, ready);
    int stays = builder.and(role(channel + "_stays"), held, waits);
    int next = builder.or(role(channel + "_next"), taken, stays);
    builder.connect(held, next);
    builder.connect(ready, builder.not(role(channel + "_free"), next));
  }

  /** OKAY, or SLVERR if {@code error}. */
  static int response(ModuleBuilder builder, int error) {
    int zero = builder.constant(role("okay"), 0);
    return builder.concat(role("response"), List.of(zero, error));
  }

  private int flag(String name) {
    return builder.feedback(role(name), Range.BIT, Register.ALWAYS, BigInteger.ZERO);
  }

  private static Origin role(String name) {
    return Origin.of(name);
  }
}
