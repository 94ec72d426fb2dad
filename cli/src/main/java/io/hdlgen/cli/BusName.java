package io.hdlgen.cli;

import io.hdlgen.hdl.signature.Bus;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A bus by the name that people write. */
final class BusName implements ITypeConverter<Bus> {
  @Override
  public Bus convert(String name) {
    return Arrays.stream(Bus.values())
        .filter(bus -> bus.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected one of %s but was '%s'"
                        .formatted(Arrays.toString(Bus.values()), name)));
  }
}
