package io.hdlgen.quantizer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/** The parameters of a {@code Quant} node, and the node's function written down independently. */
record QuantFormat(
    double scale, double zeroPoint, int bits, boolean signed, boolean narrow, String mode) {

  static QuantFormat of(double scale, int bits, boolean signed) {
    return new QuantFormat(scale, 0, bits, signed, false, "ROUND");
  }

  double apply(double x) {
    double y = x / (float) scale + zeroPoint;
    if (bits == 1 && signed) {
      return ((y >= 0 ? 1 : -1) - zeroPoint) * (float) scale;
    }
    double min = signed ? -Math.pow(2, bits - 1) + (narrow ? 1 : 0) : 0;
    double max = signed ? Math.pow(2, bits - 1) - 1 : Math.pow(2, bits) - (narrow ? 2 : 1);
    double clamped = Math.max(min, Math.min(max, y));
    return (round(clamped) - zeroPoint) * (float) scale;
  }

  private double round(double y) {
    double sign = Math.signum(y);
    double size = Math.abs(y);
    switch (mode) {
      case "ROUND":
        return Math.rint(y);
      case "CEIL":
        return Math.ceil(y);
      case "FLOOR":
        return Math.floor(y);
      case "UP":
        return sign * Math.ceil(size);
      case "DOWN":
        return sign * Math.floor(size);
      case "HALF_UP":
        return sign * Math.floor(size + 0.5);
      case "HALF_DOWN":
        return sign * Math.ceil(size - 0.5);
      default:
        throw new IllegalArgumentException(mode);
    }
  }

  List<String> inputs(ModelBuilder model, String data) {
    return List.of(data, model.scalar(scale), model.scalar(zeroPoint), model.scalar(bits));
  }

  AttributeProto[] attributes() {
    return new AttributeProto[] {
      ModelBuilder.attribute("signed", signed ? 1 : 0),
      ModelBuilder.attribute("narrow", narrow ? 1 : 0),
      ModelBuilder.attribute("rounding_mode", mode)
    };
  }
}
