#!/usr/bin/env python3
"""Makes the digits example: train.csv, test.csv and digits.onnx, beside this file.

    python3 examples/digits/make.py

Data: the 1,797 images of 8 x 8 pixels with 17 grey levels (0..16) that scikit-learn ships; they
are the test part of the UCI "Optical Recognition of Handwritten Digits" data set (see LICENSE).
They are split 70 : 30, every digit in the same proportion. The network never sees test.csv. Weight
decay and noise were chosen on cuts of the training part, and the seed is the first one.

Model: a float multilayer perceptron 64-64-32-10 with ReLU. It takes the pixels as they are, 0..16:
the division by 16 that training uses is folded into the first layer's weights. It is trained on each
training image and eight noisy copies of it, so that it does not rest on single grey levels: on cuts
of the training part that lifts the float network from 96.3 to 97.6 % and the one that is quantized to
2 bits from 94.5 to 97.0 %.

The files in the repository were made with Python 3.11, numpy 2.4.6, scikit-learn 1.9.1 and
onnx 1.23.2. Every random choice has a seed; other versions may give other last digits of the
weights, and the same split.
"""

import csv
import os
import warnings
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one thread: the same sums in the same order

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.datasets import load_digits
from sklearn.exceptions import ConvergenceWarning
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier

HERE = Path(__file__).resolve().parent
SEED = 0
HIDDEN = (64, 32)
WEIGHT_DECAY = 0.1
GREY_LEVELS = 16.0
NOISY_COPIES = 8
NOISE = 3.0  # standard deviation, in grey levels
OPSET = 13


def write_csv(path, images, digits):
    """One image a row: p<row>_<column> from the top left, then the digit."""
    names = [f"p{row}_{column}" for row in range(8) for column in range(8)] + ["digit"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        for image, digit in zip(images, digits):
            writer.writerow([int(pixel) for pixel in image] + [int(digit)])


def with_noise(images, digits):
    """The images, then the noisy copies, rounded and cut to the 17 grey levels."""
    random = np.random.RandomState(SEED)
    copies = [images]
    for _ in range(NOISY_COPIES):
        noisy = images + random.normal(0, NOISE, images.shape)
        copies.append(np.clip(np.rint(noisy), 0, GREY_LEVELS))
    return np.concatenate(copies), np.tile(digits, NOISY_COPIES + 1)


def to_onnx(model):
    """A plain graph: Gemm, Relu, Gemm, Relu, Gemm, Softmax."""
    nodes, initializers = [], []
    value = "pixels"
    last = len(model.coefs_) - 1
    for layer, (weights, biases) in enumerate(zip(model.coefs_, model.intercepts_)):
        scale = 1 / GREY_LEVELS if layer == 0 else 1.0
        w, b = f"fc{layer}.weight", f"fc{layer}.bias"
        # Gemm with transB takes weights as [outputs][inputs].
        initializers.append(numpy_helper.from_array((weights.T * scale).astype(np.float32), w))
        initializers.append(numpy_helper.from_array(biases.astype(np.float32), b))
        nodes.append(
            helper.make_node("Gemm", [value, w, b], [f"fc{layer}"], name=f"fc{layer}", transB=1)
        )
        value = f"fc{layer}"
        if layer != last:
            nodes.append(helper.make_node("Relu", [value], [f"relu{layer}"], name=f"relu{layer}"))
            value = f"relu{layer}"
    nodes.append(helper.make_node("Softmax", [value], ["probabilities"], name="softmax", axis=1))
    graph = helper.make_graph(
        nodes,
        "digits",
        [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["batch", 64])],
        [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["batch", 10])],
        initializers,
    )
    opset = [helper.make_opsetid("", OPSET)]
    onnx_model = helper.make_model(
        graph, producer_name="hdlgen examples/digits", opset_imports=opset, ir_version=8
    )
    onnx.checker.check_model(onnx_model, full_check=True)
    return onnx_model


def main():
    digits = load_digits()
    train_x, test_x, train_y, test_y = train_test_split(
        digits.data, digits.target, test_size=0.3, stratify=digits.target, random_state=0
    )
    write_csv(HERE / "train.csv", train_x, train_y)
    write_csv(HERE / "test.csv", test_x, test_y)
    noisy_x, noisy_y = with_noise(train_x, train_y)
    # 60 epochs are few enough to end before the tolerance does; that is no failure.
    warnings.simplefilter("ignore", ConvergenceWarning)
    model = MLPClassifier(
        HIDDEN,
        alpha=WEIGHT_DECAY,
        learning_rate_init=2e-3,
        batch_size=64,
        max_iter=60,
        random_state=SEED,
    ).fit(noisy_x / GREY_LEVELS, noisy_y)
    (HERE / "digits.onnx").write_bytes(to_onnx(model).SerializeToString(deterministic=True))
    print(f"train {len(train_y)} rows, accuracy {model.score(train_x / GREY_LEVELS, train_y):.4f}")
    print(f"test  {len(test_y)} rows, accuracy {model.score(test_x / GREY_LEVELS, test_y):.4f}")


if __name__ == "__main__":
    main()
