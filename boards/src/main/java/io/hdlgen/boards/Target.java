package io.hdlgen.boards;

import io.hdlgen.hdl.cost.CostModel;

/**
 * What a design can be made for.
 *
 * @param name the folder's name: lower-case letters, digits and hyphens
 * @param description one line for people
 * @param costModel delays, for pipelining and estimates
 */
public record Target(String name, String description, CostModel costModel) {
  public Target {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("target name " + name);
    }
    if (description.isBlank() || description.contains("\n")) {
      throw new IllegalArgumentException("target " + name + ": description is not one line");
    }
  }
}
