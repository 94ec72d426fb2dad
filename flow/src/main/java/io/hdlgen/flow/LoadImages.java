package io.hdlgen.flow;

import io.hdlgen.flow.design.SignatureJson;
import io.hdlgen.flow.folder.DesignFolder;
import io.hdlgen.hdl.folded.LoadableDesign;
import io.hdlgen.hdl.folding.FoldedShape;
import io.hdlgen.hdl.load.LoadHeader;
import io.hdlgen.hdl.load.LoadImage;
import io.hdlgen.hdl.signature.Loadable;
import io.hdlgen.hdl.signature.Signature;
import io.hdlgen.quantizer.error.InvalidInputException;
import io.hdlgen.quantizer.json.NetworkJson;
import io.hdlgen.quantizer.network.IntegerNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks as the loadable design of a folder takes them. */
public final class LoadImages {
  /** The folder of the images. */
  static final String FOLDER = "load";

  private LoadImages() {}

  /**
   * The image of a network for the design in a folder.
   *
   * @param design what {@code emit} wrote
   * @param network a {@code network.json} of the same shape
   * @throws InvalidInputException if the design cannot be loaded, or the network does not fit
   */
  public static LoadImage of(Path design, Path network) {
    DesignFolder folder = DesignFolder.open(design);
    String source = folder.file(DesignFolder.SIGNATURE).toString();
    Signature signature = SignatureJson.read(folder.read(DesignFolder.SIGNATURE), source);
    IntegerNetwork built = NetworkJson.read(folder.file(DesignFolder.NETWORK));
    return loadable(signature, built, source).image(NetworkJson.read(network));
  }

  /** The loadable design of a signature, built for a network. */
  static LoadableDesign loadable(Signature signature, IntegerNetwork built, String source) {
    Loadable loadable =
        signature
            .loadable()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        source, "a design whose numbers are built in", "a loadable design"));
    List<Integer> sizes = new ArrayList<>(List.of(built.inputs().size()));
    built.layers().forEach(layer -> sizes.add(layer.outputs()));
    LoadableDesign design =
        new LoadableDesign(
            built, FoldedShape.of(sizes, loadable.foldings()), loadable.declaration());
    if (design.checksum() != loadable.shape()) {
      throw new InvalidInputException(
          source,
          "the shape %08x".formatted(loadable.shape()),
          "%08x, as of network.json beside it".formatted(design.checksum()));
    }
    return design;
  }

  /**
   * The files of an image, by their names in a design folder: {@code load/<top>.bin}, the words,
   * lowest byte first, and {@code load/<top>_load.h}.
   *
   * @param header lines of comment at the top of text files
   */
  public static Map<String, byte[]> files(String top, LoadImage image, List<String> header) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FOLDER + "/" + top + ".bin", image.bytes());
    files.put(
        FOLDER + "/" + top + "_load.h",
        LoadHeader.of(top, image, header).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return files;
  }
}
