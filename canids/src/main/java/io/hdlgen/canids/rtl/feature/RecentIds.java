package io.hdlgen.canids.rtl.feature;

import io.hdlgen.canids.feature.FeatureExtractor;
import io.hdlgen.hdl.board.Gates;
import io.hdlgen.hdl.netlist.Origin;
import java.util.ArrayList;
import java.util.List;

/** The identifiers of the last frames in a shift register, and how many of them are equal. */
final class RecentIds {
  private RecentIds() {}

  /**
   * The code of {@link io.hdlgen.canids.feature.FrameField#SAME_ID}, two cycles after the
   * identifier.
   *
   * @param commit whether the frame joins those that are remembered
   */
  static int code(Gates gates, int id, int commit) {
    List<Integer> equal = new ArrayList<>();
    int newer = id;
    int newerValid = gates.number(1);
    for (int i = 0; i < FeatureExtractor.RECENT; i++) {
      int older = gates.data("recent_id" + i, FramePorts.ID_BITS);
      gates.connect(older, newer, commit);
      int valid = gates.flag("recent_valid" + i);
      gates.connect(valid, newerValid, commit);
      int match = gates.flag("recent_match" + i);
      gates.connect(match, gates.and("match", valid, gates.same("same", older, id)));
      equal.add(match);
      newer = older;
      newerValid = valid;
    }
    int sum = sum(gates, equal);
    int most = gates.field(FeatureExtractor.MOST, 4);
    int all = gates.bit(sum, 4);
    int code = gates.data("same_id", 4);
    gates.connect(code, gates.mux("same_id_next", all, most, gates.slice(sum, 0, 4)));
    return code;
  }

  private static int sum(Gates gates, List<Integer> terms) {
    List<Integer> rest = terms;
    while (rest.size() > 1) {
      List<Integer> sums = new ArrayList<>();
      for (int i = 0; i < rest.size(); i += 2) {
        sums.add(gates.builder().add(Origin.of("recent_sum"), rest.get(i), rest.get(i + 1)));
      }
      rest = sums;
    }
    return rest.get(0);
  }
}
