package io.hdlgen.quantizer.format;

/**
 * The numbers of one layer.
 *
 * @param weights what its weights may be
 * @param activations what its values may be; without effect in the last layer
 */
public record LayerFormat(WeightFormat weights, ActivationFormat activations) {}
