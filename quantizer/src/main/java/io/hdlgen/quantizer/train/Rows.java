package io.hdlgen.quantizer.train;

import io.hdlgen.quantizer.train.compute.Matrix;

/**
 * Rows as a network in training takes them.
 *
 * @param codes {@code [rows][features]}
 * @param labels class indices
 * @param weights how much each row counts
 * @param teacher logits {@code [rows][outputs]}; null without a teacher
 */
record Rows(Matrix codes, int[] labels, float[] weights, Matrix teacher) {}
