package io.hdlgen.hdl.folded;

import io.hdlgen.hdl.folding.FoldedLayer;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.load.Column;
import io.hdlgen.hdl.load.Declaration;
import io.hdlgen.hdl.load.LoadImage;
import io.hdlgen.hdl.load.LoadMap;
import io.hdlgen.hdl.load.WordTable;
import io.hdlgen.hdl.signature.Loadable;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/** A design that networks can be loaded into. */
public final class LoadableDesign {
  private final IntegerNetwork built;
  private final FoldedShape shape;
  private final Declaration declaration;
  private final LoadMap map;
  private final int checksum;

  /**
   * A design.
   *
   * @param built the network that it holds at the start
   */
  public LoadableDesign(IntegerNetwork built, FoldedShape shape, Declaration declaration) {
    this.built = built;
    this.shape = shape;
    this.declaration = declaration;
    this.map = map(built);
    this.checksum = findChecksum();
  }

  public Declaration declaration() {
    return declaration;
  }

  /**
   * The words that load a network.
   *
   * @throws io.hdlgen.quantizer.error.InvalidInputException if the network does not fit
   */
  public LoadImage image(IntegerNetwork network) {
    declaration.require(network, built);
    List<Integer> words = new ArrayList<>();
    for (Column column : map(network).columns()) {
      column.words().stream().map(BigInteger::intValue).forEach(words::add);
    }
    return new LoadImage(checksum, words);
  }

  /** Where what is written goes. */
  public LoadMap map() {
    return map;
  }

  private LoadMap map(IntegerNetwork network) {
    List<WordTable> tables = new ArrayList<>();
    LayerPlan.of(network, shape, Optional.of(declaration))
        .forEach(plan -> tables.addAll(plan.tables().all()));
    return new LoadMap(tables);
  }

  /** What a user must know of it. */
  public Loadable signature() {
    List<Loadable.Table> tables = new ArrayList<>();
    int place = 0;
    for (WordTable table : map.tables()) {
      int columns = Column.of(table).size();
      tables.add(new Loadable.Table(table.name(), place, columns, table.rows().size()));
      place += columns * table.rows().size();
    }
    return new Loadable(
        shape.layers().stream().map(FoldedLayer::folding).toList(),
        declaration,
        checksum,
        map.words(),
        tables);
  }

  /** A number that differs, almost surely, between designs whose images mean different things. */
  public int checksum() {
    return checksum;
  }

  private int findChecksum() {
    StringBuilder text = new StringBuilder();
    built.inputs().forEach(input -> text.append(input.encoding()).append(input.range()));
    for (int l = 0; l < shape.layers().size(); l++) {
      FoldedLayer layer = shape.layers().get(l);
      text.append(layer).append(Declaration.form(built.layers().get(l).activation()));
    }
    text.append(built.decision().getClass().getSimpleName());
    for (WordTable table : map.tables()) {
      text.append(table.name()).append(table.rows().size()).append(table.fields());
    }
    CRC32 crc = new CRC32();
    crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
    return (int) crc.getValue();
  }
}
