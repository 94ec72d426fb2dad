"""Small networks that ONNX Runtime has quantized, and what it computes with them.

    python qdq_models.py FOLDER [--rows N]

needs torch and onnxruntime. For each network: NAME.onnx, written by onnxruntime.quantization's
quantize_static in the QDQ format or by PyTorch's own quantization, and NAME.csv as
brevitas_models.py writes it: the input, the integers behind each quantizer (code minus zero point)
and the class. Rows are left out in which a sigmoid or tanh lies within ONNX Runtime's rounding of a
border between two codes. The integers are those of the nodes as they stand (no graph optimisation,
32-bit floats); what ONNX Runtime's integer kernels make of the same file is compared, too, and
counted.
"""

import argparse
import csv
import logging
import os
import tempfile
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from torch import nn

FEATURES = 6
U8, S8, S4 = QuantType.QUInt8, QuantType.QInt8, QuantType.QInt4
SYMMETRIC = {"extra_options": {"ActivationSymmetric": True}}


class Product(nn.Module):
    """A layer that is exported as MatMul and Add, each of which gets a quantizer."""

    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(inputs, outputs) / inputs**0.5)
        self.bias = nn.Parameter(torch.randn(outputs) * 0.3)

    def forward(self, x):
        return x @ self.weight + self.bias


def network(act=nn.ReLU, layer=nn.Linear, outputs=3, tail=(), norm=False):
    layers = []
    for inputs, width in ((FEATURES, 8), (8, 7)):
        layers += [layer(inputs, width)] + ([nn.BatchNorm1d(width)] if norm else []) + [act()]
    return nn.Sequential(*layers, layer(7, outputs), *tail)


# name: network, and how it is quantized; None for PyTorch's way.
NETWORKS = {
    "u8s8": (network, {"activation_type": U8, "weight_type": S8}),
    "s8s8": (network, {"activation_type": S8, "weight_type": S8}),
    "u8u8": (network, {"activation_type": U8, "weight_type": U8}),
    "symmetric": (network, {"activation_type": S8, "weight_type": S8, **SYMMETRIC}),
    "per-channel": (network, {"activation_type": S8, "weight_type": S8, "per_channel": True}),
    "reduced-range": (network, {"activation_type": U8, "weight_type": S8, "reduce_range": True}),
    "four-bit-weights": (network, {"activation_type": U8, "weight_type": S4}),
    "matmul-add": (lambda: network(layer=Product), {"activation_type": U8, "weight_type": S8}),
    "norm": (lambda: network(norm=True), {"activation_type": U8, "weight_type": S8}),
    "hardtanh": (lambda: network(lambda: nn.Hardtanh(-1, 1)), {"activation_type": S8, "weight_type": S8}),
    "sigmoid": (lambda: network(nn.Sigmoid), {"activation_type": U8, "weight_type": S8}),
    "tanh": (lambda: network(nn.Tanh), {"activation_type": S8, "weight_type": S8}),
    "leaky": (lambda: network(lambda: nn.LeakyReLU(0.1)), {"activation_type": S8, "weight_type": S8}),
    "softmax": (lambda: network(tail=[nn.Softmax(1)]), {"activation_type": U8, "weight_type": S8}),
    "torch-eager": (network, None),
    "one-output": (lambda: network(outputs=1), {"activation_type": S8, "weight_type": S8, **SYMMETRIC}),
}


class Rows(CalibrationDataReader):
    def __init__(self, rows):
        self.feeds = ({"x": row[None]} for row in rows)

    def get_next(self):
        return next(self.feeds, None)


def quantized(model, options, rows, path):
    with tempfile.TemporaryDirectory() as folder:
        plain = os.path.join(folder, "plain.onnx")
        first = torch.tensor(rows[:1])
        axes = {"x": {0: "batch"}}
        torch.onnx.export(model, (first,), plain, dynamo=False, input_names=["x"], dynamic_axes=axes)
        quantize_static(plain, path, Rows(rows), quant_format=QuantFormat.QDQ, **options)


def eager(model, rows, path):
    """PyTorch's own static quantization."""
    stubs = torch.ao.quantization
    model = nn.Sequential(stubs.QuantStub(), *model, stubs.DeQuantStub()).eval()
    model.qconfig = stubs.get_default_qconfig("x86")
    prepared = stubs.prepare(model)
    prepared(torch.tensor(rows))
    converted = stubs.convert(prepared)
    axes = {"x": {0: "batch"}}
    first = torch.tensor(rows[:1])
    torch.onnx.export(converted, (first,), path, dynamo=False, input_names=["x"], dynamic_axes=axes)


def quantizers(model):
    """The names of the codes of the input, of the hidden layers and of the output."""
    producers = {name: node for node in model.graph.node for name in node.output}

    def codes(name):
        """The input of the DequantizeLinear that gives this value, or of the one before a softmax."""
        node = producers[name]
        if node.op_type == "Softmax":
            return codes(node.input[0])
        quantizer = producers[node.input[0]]
        if quantizer.op_type == "Cast":
            quantizer = producers[quantizer.input[0]]
        assert (quantizer.op_type, node.op_type) == ("QuantizeLinear", "DequantizeLinear")
        before = producers.get(quantizer.input[0])
        return codes(before.input[0]) if before and before.op_type == "Softmax" else quantizer.output[0]

    dense = [node for node in model.graph.node if node.op_type in ("Gemm", "MatMul")]
    return [codes(node.input[0]) for node in dense] + [codes(model.graph.output[0].name)]


CURVES = {"Sigmoid": lambda x: 1 / (1 + np.exp(-x)), "Tanh": np.tanh}


def uncertain_codes(model, constants):
    """By name of codes: those whose sigmoid or tanh lies so near a border between two codes that the
    rounding of ONNX Runtime's 32-bit approximation (up to 2.4e-6 of the value) may cross it."""
    producers = {name: node for node in model.graph.node for name in node.output}
    found = {}
    for node in model.graph.node:
        if node.op_type != "QuantizeLinear":
            continue
        before = producers.get(node.input[0])
        if before is None or before.op_type not in CURVES:
            continue
        codes, scale, zero = producers[before.input[0]].input
        kind = np.iinfo(constants[zero].dtype)
        all_codes = np.arange(kind.min, kind.max + 1)
        real = CURVES[before.op_type]((all_codes - float(constants[zero])) * float(constants[scale]))
        steps = real / float(constants[node.input[1]])
        distance = np.abs(steps - np.floor(steps) - 0.5)
        found[codes] = all_codes[distance <= 4e-6 * np.abs(steps)]
    return found


def record(path, rows):
    """The integers behind the quantizers; the rows that are certain; how many classes of all rows
    the integer kernels change."""
    model = onnx.load(path)
    output = model.graph.output[0].name
    names = quantizers(model)
    constants = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Constant":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    zeros = {n.output[0]: constants[n.input[2]] for n in model.graph.node if n.op_type == "QuantizeLinear"}
    uncertain = uncertain_codes(model, constants)
    names += list(uncertain)
    kinds = {np.dtype(np.uint8): onnx.TensorProto.UINT8, np.dtype(np.int8): onnx.TensorProto.INT8}
    for name in names:
        kind = kinds[zeros[name].dtype]
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, kind, None))
    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    plain = onnxruntime.InferenceSession(model.SerializeToString(), options)
    found = plain.run([*names, output], {"x": rows})
    fused = onnxruntime.InferenceSession(path).run([output], {"x": rows})[0]
    certain = np.ones(len(rows), dtype=bool)
    for codes, those in zip(found[len(found) - 1 - len(uncertain) : -1], uncertain.values()):
        certain &= ~np.any(np.isin(codes, those), axis=1)
    # The class before a softmax: the quantizer behind it makes probabilities equal.
    integers = [codes.astype(np.int64) - int(zeros[name]) for name, codes in zip(names, found)]
    integers = integers[: len(integers) - len(uncertain)]
    return integers, classes(integers[-1]), certain, int(np.sum(classes(fused) != classes(found[-1])))


def classes(scores):
    return (scores[:, 0] >= 0).astype(int) if scores.shape[1] == 1 else np.argmax(scores, axis=1)


def write(folder, name, model, options, rows, number):
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.running_mean.normal_()
            module.running_var.uniform_(0.5, 2)
    model.eval()
    path = os.path.join(folder, name + ".onnx")
    if options is None:
        eager(model, rows[:300], path)
    else:
        quantized(model, options, rows[:300], path)
    rows = rows[:number]
    integers, found, certain, fused = record(path, rows)
    header = [f"x{i}" for i in range(FEATURES)]
    places = ["in", *(f"h{i}" for i in range(len(integers) - 2)), "out"]
    for place, values in zip(places, integers):
        header += [f"{place}_{i}" for i in range(values.shape[1])]
    with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*header, "class"])
        for line in zip(*rows.T, *(column for v in integers for column in v.T), found, certain):
            if line[-1]:
                writer.writerow([str(v) for v in line[:-1]])
    print(
        f"{name}: another class in {fused} of {number} rows with integer kernels;"
        f" {number - int(np.sum(certain))} rows left out as uncertain"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=300)
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.folder, exist_ok=True)
    for seed, (name, (build, how)) in enumerate(NETWORKS.items()):
        torch.manual_seed(seed)
        rows = (torch.randn(max(300, options.rows), FEATURES) * 1.5).numpy()
        write(options.folder, name, build(), how, rows, options.rows)
    print(f"{len(NETWORKS)} networks of ONNX Runtime in {options.folder}")


if __name__ == "__main__":
    main()
