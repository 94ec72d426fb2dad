package io.hdlgen.flow;

import io.hdlgen.flow.design.DesignOptions;
import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.design.VerificationJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.flow.progress.Progress;
import io.hdlgen.hdl.netlist.HdlModule;
import io.hdlgen.hdl.netlist.Netlist;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.hdl.text.NetlistParser;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import io.hdlgen.quantizer.reference.ReferenceModel;
import io.hdlgen.sim.check.CheckResult;
import io.hdlgen.sim.check.Vectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares the witnesses on the files of a design folder, as they lie there. */
final class Verification {
  private Verification() {}

  static VerifyResult verify(VerifyRequest request, Progress progress) {
    DesignFolder design = DesignFolder.openNetwork(request.design());
    Verifier verifier = Verifier.withVerilator();
    Optional<NetlistVerifier> netlistVerifier =
        request.netlist().map(options -> NetlistVerifier.open(request.design(), options));
    progress.stage("reading the design", 0);
    List<String> notes = new ArrayList<>();
    List<String> changed = design.changed();
    if (!changed.isEmpty()) {
      notes.add("Changed since emit wrote them: " + String.join(", ", changed));
    }
    DesignOptions options =
        DesignOptions.read(
            design.read(DesignFolder.OPTIONS), design.file(DesignFolder.OPTIONS).toString());
    Signature signature =
        SignatureJson.read(
            design.read(DesignFolder.SIGNATURE), design.file(DesignFolder.SIGNATURE).toString());
    IntegerNetwork network = NetworkJson.read(design.file(DesignFolder.NETWORK));
    Netlist netlist =
        NetlistParser.parse(
            design.read(DesignFolder.NETLIST), design.file(DesignFolder.NETLIST).toString());
    long seed = request.seed().orElse(options.seed());
    progress.stage("computing the reference", 0);
    Vectors vectors =
        Stimulus.vectors(
            new ReferenceModel(network),
            signature,
            all(request, network, codes(request, network, options, seed), notes),
            request.threads());
    Verifier.Subject subject =
        new Verifier.Subject(
            request.design(), netlist, signature, rtl(design, netlist), !changed.isEmpty());
    CheckResult check = verifier.check(subject, vectors, seed, progress);
    notes.addAll(verifier.notes());
    design.replace(DesignFolder.VERIFICATION, VerificationJson.write(check));
    Optional<NetlistCheck> mapped =
        netlistVerifier.map(found -> found.check(subject, vectors, seed, progress));
    return new VerifyResult(request.design(), check, mapped, notes);
  }

  /** The codes, and behind them every combination, if that is asked for and not too much. */
  private static long[][] all(
      VerifyRequest request, IntegerNetwork network, long[][] codes, List<String> notes) {
    if (!request.exhaustive()) {
      return codes;
    }
    OptionalInt combinations = EveryCode.count(network, VerifyRequest.MOST_COMBINATIONS);
    if (combinations.isEmpty()) {
      notes.add("Not every combination of input codes was compared: there are more than a million");
      return codes;
    }
    VectorMemory.check(network, codes.length + combinations.getAsInt());
    return EveryCode.behind(codes, network, combinations.getAsInt());
  }

  private static long[][] codes(
      VerifyRequest request, IntegerNetwork network, DesignOptions options, long seed) {
    if (request.data().isEmpty()) {
      int count = request.count().orElse(options.count());
      VectorMemory.check(network, count);
      return Stimulus.codes(network, new long[0][], count, seed);
    }
    long[][] samples = request.data().get().codes(network);
    int count = request.count().orElse(samples.length);
    VectorMemory.check(network, count);
    return Stimulus.codes(network, samples, count, seed);
  }

  private static List<Path> rtl(DesignFolder design, Netlist netlist) {
    List<Path> files = new ArrayList<>();
    for (HdlModule module : netlist.modules()) {
      Path file = design.file(DesignFolder.RTL + "/" + module.name() + ".v");
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            file.toString(), "no such file", "the file that emit wrote; run emit again");
      }
      files.add(file);
    }
    return files;
  }
}
