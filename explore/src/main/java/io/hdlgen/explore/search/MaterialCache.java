package io.hdlgen.explore.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Materials that were used last, as many as fit into a share of the memory. Several threads may ask
 * at once; of one that is made twice, both are equal.
 */
final class MaterialCache<K> {
  private final long mostBytes;
  private final Map<K, Material> materials = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * An empty cache.
   *
   * @param mostBytes that materials may take together
   */
  MaterialCache(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The material of a key, made if it is not there. */
  Material get(K key, Supplier<Material> maker) {
    synchronized (this) {
      Material known = materials.get(key);
      if (known != null) {
        return known;
      }
    }
    Material made = maker.get();
    keep(key, made);
    return made;
  }

  private synchronized void keep(K key, Material made) {
    if (materials.putIfAbsent(key, made) == null) {
      bytes += made.bytes();
    }
    var eldest = materials.values().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      bytes -= eldest.next().bytes();
      eldest.remove();
    }
  }

  /** Number of materials that are kept. */
  synchronized int size() {
    return materials.size();
  }
}
