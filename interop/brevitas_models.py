"""Small quantized networks, made with Brevitas, and what Brevitas computes with them.

    python brevitas_models.py FOLDER [--rows N] [--dynamo | --qcdq]

For each network: NAME.onnx, exported by brevitas.export.export_qonnx or, with --qcdq, by
export_onnx_qcdq, which has no binary quantizers; and NAME.csv with one row an
input: the input (x0, x1, ...), the integers behind the quantizer of the input (in_0, ...), those
behind each hidden quantizer (h0_0, ..., h1_0, ...), the integer sums of the last layer (acc_0, ...)
or, where the output is quantized, its integers (out_0, ...), and the class. Integers are value /
scale, as Brevitas gives them in evaluation mode. --dynamo takes the other of PyTorch's two
exporters.
"""

import argparse
import csv
import functools
import os
import warnings

warnings.filterwarnings("ignore")

import brevitas.nn as qnn
import numpy as np
import torch
from brevitas.export import export_onnx_qcdq, export_qonnx
from brevitas.quant import (
    Int8ActPerTensorFixedPoint,
    Int8ActPerTensorFloat,
    Int8Bias,
    Int8WeightPerChannelFloat,
    Int8WeightPerTensorFixedPoint,
    Int8WeightPerTensorFloat,
    Int32Bias,
    ShiftedUint8ActPerTensorFloat,
    ShiftedUint8WeightPerTensorFloat,
    SignedBinaryActPerTensorConst,
    SignedBinaryWeightPerTensorConst,
    SignedTernaryActPerTensorConst,
    SignedTernaryWeightPerTensorConst,
    Uint8ActPerTensorFixedPoint,
    Uint8ActPerTensorFloat,
)

FEATURES = 6
HIDDEN = (8, 7)

STATS = {"collect_stats_steps": 8}
BIASES = {"none": None, "float": None, "int8": Int8Bias, "int32": Int32Bias}

# name: input, weights, activation, bits of (input, weights, activations), and what else.
NETWORKS = {}


def network(name, **parts):
    assert name not in NETWORKS
    NETWORKS[name] = parts


for bits in (2, 3, 4, 8):
    for norm in (False, True):
        network(
            f"int{bits}-{'norm' if norm else 'plain'}",
            input="signed",
            weights="channel" if norm else "tensor",
            act="relu",
            bits=(max(bits, 3), bits, bits),
            norm=norm,
            bias="float" if bits == 4 else "none",
        )
network("w1a1-norm", input="bipolar", weights="binary", act="bipolar", bits=(1, 1, 1), norm=True)
network("w1a1-plain", input="fixed", weights="binary", act="bipolar", bits=(8, 1, 1))
network("w1a2-norm", input="unsigned", weights="binary", act="relu", bits=(4, 1, 2), norm=True)
# No QuantReLU of one bit: Brevitas exports it as a BipolarQuant behind the ReLU, which is always 1.
network("ternary-norm", input="signed", weights="ternary", act="ternary", bits=(4, 2, 2), norm=True)
network("ternary-plain", input="signed", weights="ternary", act="relu", bits=(8, 2, 4))
network("channel-int8-bias", input="signed", weights="channel", act="relu", bits=(8, 4, 4), bias="int8")
network("tensor-int32-bias", input="unsigned", weights="tensor", act="relu", bits=(8, 8, 8), bias="int32")
network("int8-bias-norm", input="signed", weights="tensor", act="relu", bits=(6, 3, 3), bias="int8", norm=True)
network("wide-weights", input="signed", weights="wide", act="relu", bits=(4, 4, 4), bias="float")
network("shifted-act", input="signed", weights="tensor", act="shifted", bits=(8, 4, 4), norm=True)
network("shifted-input", input="shifted", weights="tensor", act="relu", bits=(8, 4, 4), bias="float")
network("shifted-weights", input="signed", weights="shifted", act="relu", bits=(4, 4, 4), norm=True)
network("shifted-all", input="shifted", weights="shifted", act="shifted", bits=(5, 3, 3))
network("hardtanh", input="signed", weights="channel", act="hardtanh", bits=(4, 3, 3), norm=True)
network("identity", input="signed", weights="channel", act="identity", bits=(4, 4, 5), norm=True)
network("fixed-point", input="fixed", weights="fixed", act="fixed", bits=(8, 4, 4), bias="int8")
network("one-output", input="signed", weights="tensor", act="relu", bits=(4, 4, 3), bias="float", outputs=1, norm=True)
network("output-quant", input="signed", weights="channel", act="relu", bits=(4, 4, 4), bias="float", output_bits=6)


def activation(kind, bits):
    common = {"return_quant_tensor": True}
    if kind == "signed":
        return qnn.QuantIdentity(act_quant=Int8ActPerTensorFloat, bit_width=bits, **STATS, **common)
    if kind == "unsigned":
        return qnn.QuantIdentity(act_quant=Uint8ActPerTensorFloat, bit_width=bits, **STATS, **common)
    if kind == "shifted":
        return qnn.QuantIdentity(act_quant=ShiftedUint8ActPerTensorFloat, bit_width=bits, **STATS, **common)
    if kind == "fixed":
        return qnn.QuantReLU(act_quant=Uint8ActPerTensorFixedPoint, bit_width=bits, **STATS, **common)
    if kind == "bipolar":
        return qnn.QuantIdentity(act_quant=SignedBinaryActPerTensorConst, min_val=-1.0, max_val=1.0, **common)
    if kind == "ternary":
        return qnn.QuantIdentity(act_quant=SignedTernaryActPerTensorConst, min_val=-1.0, max_val=1.0, **common)
    if kind == "relu":
        return qnn.QuantReLU(bit_width=bits, **STATS, **common)
    if kind == "hardtanh":
        return qnn.QuantHardTanh(bit_width=bits, min_val=-1.0, max_val=1.0, **common)
    if kind == "identity":
        return qnn.QuantIdentity(bit_width=bits, **STATS, **common)
    raise ValueError(kind)


def dense(inputs, outputs, kind, bits, bias):
    quantizers = {
        "tensor": {"weight_quant": Int8WeightPerTensorFloat, "weight_bit_width": bits},
        "channel": {"weight_quant": Int8WeightPerChannelFloat, "weight_bit_width": bits},
        "wide": {
            "weight_quant": Int8WeightPerTensorFloat,
            "weight_bit_width": bits,
            "weight_narrow_range": False,
        },
        "fixed": {"weight_quant": Int8WeightPerTensorFixedPoint, "weight_bit_width": bits},
        "shifted": {"weight_quant": ShiftedUint8WeightPerTensorFloat, "weight_bit_width": bits},
        "binary": {"weight_quant": SignedBinaryWeightPerTensorConst, "weight_scaling_const": 0.125},
        "ternary": {"weight_quant": SignedTernaryWeightPerTensorConst, "weight_scaling_const": 0.2},
    }
    return qnn.QuantLinear(
        inputs, outputs, bias=bias != "none", bias_quant=BIASES[bias], **quantizers[kind]
    )


def normalization(width):
    """Batch normalisation as training may leave it, with a negative and a vanished gamma."""
    norm = torch.nn.BatchNorm1d(width)
    with torch.no_grad():
        norm.weight.copy_(torch.randn(width) * 0.7 + 0.5)
        norm.weight[1] = -abs(norm.weight[1]) - 0.1
        norm.weight[2] = 0.0
        norm.bias.copy_(torch.randn(width) * 0.5)
        norm.running_mean.copy_(torch.randn(width) * 0.3)
        norm.running_var.copy_(torch.rand(width) + 0.2)
    return norm


def build(parts):
    input_bits, weight_bits, act_bits = parts["bits"]
    bias = parts.get("bias", "none")
    # A fixed-point input is a signed one whose scale is a power of two. With ±1 weights and a sign
    # behind, sums are often exactly 0, and then only exact scales make the sign certain.
    if parts["input"] == "fixed":
        layers = [
            qnn.QuantIdentity(
                act_quant=Int8ActPerTensorFixedPoint,
                bit_width=input_bits,
                return_quant_tensor=True,
                **STATS,
            )
        ]
    else:
        layers = [activation(parts["input"], input_bits)]
    width = FEATURES
    for outputs in HIDDEN:
        layers.append(dense(width, outputs, parts["weights"], weight_bits, bias))
        if parts.get("norm"):
            layers.append(normalization(outputs))
        layers.append(activation(parts["act"], act_bits))
        width = outputs
    layers.append(dense(width, parts.get("outputs", 3), parts["weights"], weight_bits, bias))
    if "output_bits" in parts:
        layers.append(activation("signed", parts["output_bits"]))
    model = torch.nn.Sequential(*layers)
    # Observes the ranges of the activations; batch normalisation stays as it is.
    model.train()
    for layer in model:
        if isinstance(layer, torch.nn.BatchNorm1d):
            layer.eval()
    with torch.no_grad():
        for _ in range(20):
            model(torch.randn(64, FEATURES))
    return model.eval()


def integers(tensor):
    """value / scale of a quantized tensor."""
    quotient = tensor.value.detach().double() / tensor.scale.detach().double()
    rounded = torch.round(quotient)
    assert torch.all(torch.abs(quotient - rounded) < 1e-3)
    return rounded.to(torch.int64)


def record(model, inputs):
    """The integers of each quantizer and of the last sums, the outputs."""
    seen = []
    hooks = [
        layer.register_forward_hook(lambda module, args, result: seen.append(integers(result)))
        for layer in model
        if hasattr(layer, "act_quant")
    ]
    with torch.no_grad():
        outputs = model(inputs)
        quantized = hasattr(outputs, "value")
        outputs = outputs.value if quantized else outputs
        for hook in hooks:
            hook.remove()
        last = [layer for layer in model if isinstance(layer, qnn.QuantLinear)][-1]
        weights = last.quant_weight(None)
        sums = seen[-2 if quantized else -1] @ integers(weights).T
        before = [layer for layer in model if hasattr(layer, "act_quant")][-2 if quantized else -1]
        scale = before.act_quant.scale().double() * weights.scale.double().reshape(1, -1)
        bias = 0
        if last.bias is not None:
            bias = last.bias.double()
            if last.bias_quant.is_quant_enabled:
                bits = float(last.bias_quant.bit_width())
                bias = torch.clamp(torch.round(bias / scale), -(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
                bias = bias * scale
        if not quantized:
            # Brevitas's own outputs tell the same sums.
            told = torch.round((outputs.double() - bias) / scale).to(torch.int64)
            assert torch.equal(told, sums), "outputs that are not these sums"
    return seen, sums, outputs, quantized


def classes(outputs):
    if outputs.shape[1] == 1:
        return (outputs[:, 0] >= 0).to(torch.int64)
    # The first of equal maxima, which torch.argmax does not promise.
    return torch.from_numpy(np.argmax(outputs.numpy(), axis=1))


def write(folder, name, model, inputs, export):
    path = os.path.join(folder, name + ".onnx")
    export(model, args=inputs[:1], export_path=path)
    seen, sums, outputs, quantized = record(model, inputs)
    header = [f"x{i}" for i in range(inputs.shape[1])]
    columns = list(inputs.numpy().T)
    for place, values in zip(["in", "h0", "h1", "out"], seen):
        header += [f"{place}_{n}" for n in range(values.shape[1])]
        columns += list(values.numpy().T)
    if not quantized:
        header += [f"acc_{k}" for k in range(sums.shape[1])]
        columns += list(sums.numpy().T)
    header.append("class")
    columns.append(classes(outputs).numpy())
    with open(os.path.join(folder, name + ".csv"), "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        for row in zip(*columns):
            # A float's shortest text that gives it back.
            writer.writerow([str(v) for v in row])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--dynamo", action="store_true")
    parser.add_argument("--qcdq", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(options.folder, exist_ok=True)
    export = functools.partial(export_qonnx, dynamo=options.dynamo)
    if options.qcdq:
        export = functools.partial(export_onnx_qcdq, dynamo=False)
    written = 0
    for seed, (name, parts) in enumerate(NETWORKS.items()):
        if options.qcdq and "binary" in parts["weights"]:
            continue
        torch.manual_seed(seed)
        model = build(parts)
        inputs = torch.randn(options.rows, FEATURES) * 1.5
        write(options.folder, name, model, inputs, export)
        written += 1
    print(f"{written} networks of Brevitas in {options.folder}")


if __name__ == "__main__":
    main()
