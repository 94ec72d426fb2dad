"""Runs exported networks in the qonnx package and compares every value with the reference.

    python check_exports.py FOLDER

FOLDER holds NAME.onnx and NAME.csv for each network, as bin/interop has made them. Compared are the
input codes, the accumulators and activations of each layer, the scores and the class, on all rows,
as the file stands and again after qonnx's own clean-up and inference of shapes and data types.
Prints a table; exits 1 if any number differs, or lies outside the data type stated for it.
"""

import glob
import os
import sys
import warnings

warnings.filterwarnings("ignore")

import numpy as np
import onnx
from qonnx.core.datatype import DataType
from qonnx.core.modelwrapper import ModelWrapper
from qonnx.core.onnx_exec import execute_onnx
from qonnx.transformation.infer_datatypes import InferDataTypes
from qonnx.transformation.infer_shapes import InferShapes
from qonnx.util.cleanup import cleanup_model

# The format version that onnx stamps on the single nodes that qonnx hands to onnxruntime, which
# reads nothing newer.
onnx.IR_VERSION = 13


def read(path):
    """The columns of a record by name: arrays [rows, count]."""
    with open(path) as file:
        header = file.readline().strip().split(",")
    table = np.loadtxt(path, delimiter=",", skiprows=1, ndmin=2, dtype=np.float64)
    groups = {}
    for column, name in enumerate(header):
        groups.setdefault(name.split(":")[0], []).append(column)
    return {name: table[:, columns] for name, columns in groups.items()}


def batched(model, rows):
    """The model for a batch; all values that depend on the input have the batch first."""
    dynamic = {model.graph.input[0].name}
    for node in model.graph.node:
        if any(name in dynamic for name in node.input):
            dynamic.update(node.output)
    for name in dynamic:
        shape = model.get_tensor_shape(name)
        model.set_tensor_shape(name, [rows] + list(shape[1:]))
    return model


def classes(decision, output):
    if decision == "threshold":
        return (output[:, 0] >= 0).astype(np.int64)
    if decision == "scores":
        return np.full(len(output), -1)
    return np.argmax(output, axis=1)


def compare(model, record):
    """How many numbers were compared, how many differ, how many are not of their data type."""
    inputs = record["x"].astype(np.float32)
    # The model's properties; qonnx's own accessor looks at those of the graph.
    said = {entry.key: entry.value for entry in model.model.metadata_props}
    decision, threshold = said["hdlgen.decision"], float(said["hdlgen.threshold"])
    model = batched(model, len(inputs))
    name, output_name = model.graph.input[0].name, model.graph.output[0].name
    context = execute_onnx(model, {name: inputs}, return_full_exec_context=True)
    output = context[output_name]
    compared = different = mistyped = 0
    for key, expected in record.items():
        if key == "x":
            continue
        if key == "class":
            actual = classes(decision, output).reshape(-1, 1)
        elif key == "scores":
            actual = output + threshold
        elif key in context:
            actual = context[key]
            stated = model.get_tensor_datatype(key)
            mistyped += int(np.count_nonzero(~allowed(stated, actual)))
        else:
            # An activation that is the identity, or the last value, which bears the output's name.
            continue
        compared += actual.size
        different += int(np.count_nonzero(actual.astype(np.float64) != expected))
    return compared, different, mistyped


def allowed(datatype, values):
    if datatype == DataType["BIPOLAR"]:
        return np.abs(values) == 1
    return (values >= datatype.min()) & (values <= datatype.max())


def main():
    folder = sys.argv[1]
    failed = False
    print(f"{'exported network':<28}{'rows':>6}{'numbers':>10}{'different':>11}{'mistyped':>10}")
    total = 0
    for path in sorted(glob.glob(os.path.join(folder, "*.onnx"))):
        record = read(path[: -len(".onnx")] + ".csv")
        plain = compare(ModelWrapper(path), record)
        cleaned = cleanup_model(ModelWrapper(path)).transform(InferShapes()).transform(InferDataTypes())
        # Clean-up renames values; the input, the output and with them scores and classes remain.
        kept = {key: record[key] for key in ("x", "scores", "class")}
        again = compare(cleaned, kept)
        different = plain[1] + again[1]
        mistyped = plain[2] + again[2]
        total += plain[0]
        failed |= different + mistyped > 0
        name = os.path.basename(path)[: -len(".onnx")]
        print(f"{name:<28}{len(record['x']):>6}{plain[0]:>10}{different:>11}{mistyped:>10}")
    print(f"{total} numbers compared; " + ("SOME DIFFER" if failed else "all equal"))
    if total == 0:
        print("nothing to compare")
        failed = True
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
