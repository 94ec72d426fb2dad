package io.hdlgen.boards;

/**
 * What a design can be made for.
 *
 * @param name the folder's name: lower-case letters, digits and hyphens
 * @param description one line for people
 */
public record Target(String name, String description) {
  public Target {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("target name " + name);
    }
    if (description.isBlank() || description.contains("\n")) {
      throw new IllegalArgumentException("target " + name + ": description is not one line");
    }
  }
}
