"""Writes the float models that the reader of ONNX files is tested on, with what onnxruntime says.

    python interop/float_models.py quantizer/src/test/resources/float-models

needs torch, onnxscript, scikit-learn, skl2onnx, onnx and onnxruntime. For each model NAME.onnx there
is a NAME.json:

    features    names, if the model has several inputs
    inputs      rows of features
    kind        what the outputs are: "scores", or their "softmax", "logsoftmax" or "sigmoid"
    outputs     a row each; of two classes only the last is looked at where the network has one score
    labels      the class of each row, by name
    classNames  the names, empty if the model has none

Models whose names begin with "refused-" have "message": what the refusal must contain.
"""

import json
import logging
import os
import shutil
import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import convert_sklearn, to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.compose import ColumnTransformer
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, RidgeClassifier, SGDClassifier
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    RobustScaler,
    StandardScaler,
)
from sklearn.svm import LinearSVC
from torch import nn

if os.environ.get("PYTHONHASHSEED") != "0":  # skl2onnx writes sets in the order of their hashes
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

ROWS = 24
FOLDER = Path(sys.argv[1])
rng = np.random.default_rng(0)
X = (rng.normal(size=(300, 4)) * [1, 5, 0.2, 3] + [0, 10, -1, 2]).astype(np.float32)
Z = ((X - X.mean(0)) / X.std(0)).astype(np.float32)
THREE = (Z[:, 0] + 0.5 * Z[:, 1] > 0).astype(int) + (Z[:, 2] - Z[:, 3] > 0.3)
TWO = (Z @ [1, 2, -1, 0.5] > 0.2).astype(int)
NAMES = np.array(["idle", "drive", "flood"])
COLUMNS = ["speed", "rpm", "temperature", "door"]


def run(path, rows, output):
    """One output for each row; rows go in one by one, as the models may fix the batch to 1."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    infos = session.get_inputs()
    results = []
    for row in rows:
        feeds, at = {}, 0
        for info in infos:
            shape = [d if isinstance(d, int) and d > 0 else 1 for d in info.shape]
            size = int(np.prod(shape))
            kind = np.float64 if "double" in info.type else np.float32
            feeds[info.name] = row[at : at + size].reshape(shape).astype(kind)
            at += size
        results.append(session.run([output], feeds)[0])
    return results


def expect(name, rows, kind, scores, labels=None, class_names=(), features=()):
    """Writes NAME.json. ``scores`` and ``labels`` are names of outputs."""
    path = FOLDER / f"{name}.onnx"
    rows = np.asarray(rows, dtype=np.float32).reshape(len(rows), -1)[:ROWS]
    outputs = []
    for result in run(path, rows, scores):
        if isinstance(result, list):  # a ZipMap: one dictionary a row
            result = list(result[0].values())
        outputs.append([shortest(v) for v in np.ravel(result)])
    named = [str(c) for c in class_names]
    if labels:
        found = [str(np.ravel(r)[0]) for r in run(path, rows, labels)]
    elif len(outputs[0]) == 1:
        limit = 0.5 if kind == "sigmoid" else 0
        found = [str(int(o[0] >= limit)) for o in outputs]
    else:
        found = [str(int(np.argmax(o))) for o in outputs]
    write(
        name,
        {
            "features": list(features),
            "kind": kind,
            "classNames": named,
            "inputs": [[shortest(v) for v in row] for row in rows],
            "outputs": outputs,
            "labels": found,
        },
    )


def shortest(value):
    """The shortest number that is the same float."""
    return float(str(np.float32(value)))


def write(name, what):
    lines = []
    for key, value in what.items():
        if key in ("inputs", "outputs"):
            body = ",\n    ".join(json.dumps(v) for v in value)
            lines.append(f'  "{key}": [\n    {body}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value)}')
    (FOLDER / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


# scikit-learn


def mlp(**options):
    return MLPClassifier((6, 5), max_iter=300, learning_rate_init=0.02, random_state=0, **options)


def sklearn_model(name, model, y, zipmap=False, options=None, double=False):
    data = X if hasattr(model, "steps") else Z
    model.fit(data, y)
    chosen = {"zipmap": zipmap} if options is None else options
    first = data[:1].astype(np.float64) if double else data[:1]
    converted = to_onnx(model, first, options=chosen)
    save_sklearn(name, converted, model.classes_, data)


def save_sklearn(name, converted, classes, data, features=()):
    converted.graph.name = name  # in place of a random one
    onnx.save(converted, FOLDER / f"{name}.onnx")
    outputs = [o.name for o in converted.graph.output]
    probabilities = any(n.op_type in ("Softmax", "Sigmoid", "Normalizer") for n in converted.graph.node)
    probabilities |= any(
        a.name == "post_transform" and a.s in (b"SOFTMAX", b"LOGISTIC")
        for n in converted.graph.node
        for a in n.attribute
    )
    kind = ("sigmoid" if len(classes) == 2 else "softmax") if probabilities else "scores"
    expect(name, data, kind, outputs[1], outputs[0], classes, features)


def sklearn_models():
    sklearn_model("sk-mlp-relu", mlp(), THREE)
    sklearn_model("sk-mlp-tanh", mlp(activation="tanh"), THREE)
    sklearn_model("sk-mlp-logistic-zipmap", mlp(activation="logistic"), THREE, zipmap=True)
    sklearn_model("sk-mlp-identity", mlp(activation="identity"), THREE)
    sklearn_model("sk-mlp-names", mlp(), NAMES[THREE])
    sklearn_model("sk-mlp-names-zipmap", mlp(), NAMES[THREE], zipmap=True)
    sklearn_model("sk-mlp-binary", mlp(), TWO)
    sklearn_model("sk-mlp-binary-names-zipmap", mlp(), NAMES[TWO], zipmap=True)
    sklearn_model("sk-mlp-odd-numbers", mlp(), THREE * 10 - 5)
    sklearn_model("sk-standard-mlp", make_pipeline(StandardScaler(), mlp()), NAMES[THREE])
    sklearn_model("sk-minmax-mlp", make_pipeline(MinMaxScaler(), mlp()), THREE)
    sklearn_model("sk-maxabs-mlp", make_pipeline(MaxAbsScaler(), mlp()), THREE)
    sklearn_model("sk-robust-mlp", make_pipeline(RobustScaler(), mlp()), TWO)
    sklearn_model("sk-double-mlp", make_pipeline(StandardScaler(), mlp()), THREE, double=True)
    sklearn_model("sk-select-mlp", make_pipeline(SelectKBest(k=2), StandardScaler(), mlp()), THREE)
    sklearn_model("sk-logistic", LogisticRegression(), THREE)
    sklearn_model("sk-logistic-zipmap", LogisticRegression(), NAMES[THREE], zipmap=True)
    sklearn_model("sk-logistic-binary", LogisticRegression(), NAMES[TWO])
    sklearn_model(
        "sk-standard-logistic", make_pipeline(StandardScaler(), LogisticRegression()), TWO
    )
    raw = {"zipmap": False, "raw_scores": True}
    sklearn_model("sk-logistic-raw", LogisticRegression(), THREE, options=raw)
    sklearn_model("sk-svc", LinearSVC(random_state=0), THREE, options={})
    sklearn_model("sk-ridge", RidgeClassifier(), THREE)
    sklearn_model("sk-svc-binary", LinearSVC(random_state=0), TWO, options={})
    sklearn_model("sk-sgd-binary", make_pipeline(StandardScaler(), SGDClassifier(random_state=0)), TWO)

    columns = ColumnTransformer(
        [("s", StandardScaler(), [0, 2]), ("m", MinMaxScaler(), [3]), ("p", "passthrough", [1])]
    )
    model = make_pipeline(columns, mlp()).fit(X, NAMES[THREE])
    save_sklearn("sk-columns-one-input", to_onnx(model, X[:1], options={"zipmap": False}), model.classes_, X)
    types = [(c, FloatTensorType([None, 1])) for c in COLUMNS]
    converted = convert_sklearn(model, initial_types=types, options={"zipmap": False})
    save_sklearn("sk-columns", converted, model.classes_, X, COLUMNS)
    model = make_pipeline(StandardScaler(), LogisticRegression()).fit(X, THREE)
    converted = convert_sklearn(model, initial_types=types, options={"zipmap": False})
    save_sklearn("sk-columns-vectorizer", converted, model.classes_, X, COLUMNS)


def refused_sklearn(name, model, y, message, options=None):
    model.fit(X, y)
    converted = to_onnx(model, X[:1], options=options)
    converted.graph.name = name
    onnx.save(converted, FOLDER / f"refused-{name}.onnx")
    write(f"refused-{name}", {"message": message})


def refused_models():
    off = {"zipmap": False}
    refused_sklearn("normalizer", make_pipeline(Normalizer(), mlp()), THREE, "a Normalizer of features", off)
    refused_sklearn("imputer", make_pipeline(SimpleImputer(), mlp()), THREE, "an Imputer", off)
    refused_sklearn("clip", make_pipeline(MinMaxScaler(clip=True), mlp()), THREE, "an activation of the input", off)
    regressor = MLPRegressor(hidden_layer_sizes=(4,), max_iter=30, random_state=0)
    refused_sklearn("mlp-regressor", regressor, Z[:, 0], "regressors are not supported")
    refused_sklearn("linear-regressor", LinearRegression(), Z[:, 0], "a LinearRegressor")
    both = np.stack([TWO, THREE > 0], 1)
    refused_sklearn("multilabel", mlp(), both, "a Binarizer: several labels at a time", off)
    sgd = SGDClassifier(loss="log_loss", random_state=0)
    refused_sklearn("sgd-log", sgd, THREE, "operator Exp", off)


# PyTorch


class Standardised(nn.Module):
    def __init__(self, body):
        super().__init__()
        self.register_buffer("mean", torch.tensor(X.mean(0)))
        self.register_buffer("deviation", torch.tensor(X.std(0)))
        self.body = body

    def forward(self, x):
        return self.body((x - self.mean) / self.deviation)


class Viewed(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Linear(12, 5)
        self.b = nn.Linear(5, 1)

    def forward(self, x):
        x = nn.functional.hardtanh(self.a(x.view(x.size(0), -1)))
        return torch.sigmoid(self.b(x)).squeeze(1)


class ThreeOutputs(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Flatten(), nn.Linear(12, 6), nn.ReLU(), nn.Linear(6, 3))

    def forward(self, x):
        logits = self.body(x)
        return logits, logits.softmax(1), logits.argmax(1)


def centre(model, data):
    """Shifts the scores, so that the rows are not all of one class."""
    last = [module for module in model.modules() if isinstance(module, nn.Linear)][-1]
    scores = []
    hook = last.register_forward_hook(lambda module, x, y: scores.append(y))
    with torch.no_grad():
        model(torch.tensor(data))
        last.bias -= scores[0].mean(0)
    hook.remove()


def torch_model(name, model, data, kind, output=0):
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            with torch.no_grad():
                module.running_mean.uniform_(-1, 1)
                module.running_var.uniform_(0.5, 2)
                module.weight.uniform_(-1.5, 1.5)
                module.bias.uniform_(-1, 1)
    model.eval()
    first = torch.tensor(data[:1])
    centre(model, data)
    for exporter in ("script", "dynamo"):
        path = FOLDER / f"torch-{name}-{exporter}.onnx"
        if exporter == "script":
            axes = {"x": {0: "batch"}}
            torch.onnx.export(model, (first,), path, dynamo=False, input_names=["x"], dynamic_axes=axes)
        else:
            sizes = ({0: torch.export.Dim("batch")},)
            torch.onnx.export(model, (first,), path, dynamo=True, verbose=False, dynamic_shapes=sizes)
            compact(path)
        outputs = [o.name for o in onnx.load(path, load_external_data=False).graph.output]
        expect(f"torch-{name}-{exporter}", data, kind, outputs[output])


def compact(path):
    """Without the notes on the Python source, which name files of this machine."""
    model = onnx.load(path)
    Path(f"{path}.data").unlink(missing_ok=True)
    for node in model.graph.node:
        del node.metadata_props[:]
        node.doc_string = ""
    for value in [*model.graph.input, *model.graph.output, *model.graph.value_info, *model.graph.initializer]:
        del value.metadata_props[:]
    del model.graph.metadata_props[:]
    del model.metadata_props[:]
    onnx.save(model, path)


def torch_models():
    torch.manual_seed(1)
    image = rng.normal(size=(ROWS, 1, 3, 4)).astype(np.float32)
    plain = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Dropout(), nn.Linear(8, 5), nn.Tanh(), nn.Linear(5, 3))
    torch_model("plain", plain, Z, "scores")
    mixed = nn.Sequential(
        nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU6(), nn.Linear(6, 5), nn.Sigmoid(),
        nn.BatchNorm1d(5), nn.Linear(5, 3), nn.LogSoftmax(dim=1),
    )
    torch_model("standardised-batchnorm", Standardised(mixed), X, "logsoftmax")
    leaky = nn.Sequential(
        nn.Linear(4, 5), nn.LeakyReLU(0.1), nn.Linear(5, 5), nn.Hardsigmoid(), nn.Linear(5, 4),
        nn.PReLU(4), nn.Linear(4, 3), nn.Softmax(dim=1),
    )
    torch_model("leaky", leaky, Z * 2, "softmax")
    torch_model("viewed", Viewed(), image * 3, "sigmoid")
    torch_model("three-outputs", ThreeOutputs(), image, "scores")
    big = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 2)).eval()
    centre(big, Z)
    path = FOLDER / "torch-external.onnx"
    first = torch.tensor(Z[:1])
    torch.onnx.export(big, (first,), path, dynamo=True, verbose=False, external_data=True)
    compact(path)
    onnx.save(
        onnx.load(path), path, save_as_external_data=True, location="torch-external.onnx.data", size_threshold=0
    )
    expect("torch-external", Z, "scores", onnx.load(path).graph.output[0].name)


# Graphs as tf2onnx writes those of Keras: weights behind MatMul, biases by Add, shapes by nodes.


def constant(name, values, kind=np.float32):
    return numpy_helper.from_array(np.asarray(values, dtype=kind), name)


def keras_model(name, shape, nodes, constants, kind, data):
    graph = helper.make_graph(
        nodes,
        "tf2onnx",
        [helper.make_tensor_value_info("input_1", TensorProto.FLOAT, ["unk__1", *shape])],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["unk__2", None])],
        constants,
    )
    model = helper.make_model(
        graph, producer_name="tf2onnx", opset_imports=[helper.make_opsetid("", 15)], ir_version=8
    )
    onnx.checker.check_model(model)
    onnx.save(model, FOLDER / f"{name}.onnx")
    expect(name, data, kind, "output")


def keras_models():
    def dense(i, inputs, outputs):
        return [
            constant(f"w{i}", rng.normal(size=(inputs, outputs)) * 0.7),
            constant(f"b{i}", rng.normal(size=outputs) * 0.3),
        ]

    def layer(i, x, y):
        return [
            helper.make_node("MatMul", [x, f"w{i}"], [f"m{i}"], name=f"model/dense_{i}/MatMul"),
            helper.make_node("Add", [f"m{i}", f"b{i}"], [y], name=f"model/dense_{i}/BiasAdd"),
        ]

    node = helper.make_node
    keras_model(
        "keras-normalization",
        [4],
        [
            node("Sub", ["input_1", "mean"], ["centred"]),
            node("Div", ["centred", "deviation"], ["normal"]),
            *layer(0, "normal", "a0"),
            node("Relu", ["a0"], ["r0"]),
            node("Mul", ["r0", "gain"], ["s0"]),
            node("Add", ["s0", "shift"], ["n0"]),
            *layer(1, "n0", "a1"),
            node("Relu", ["a1"], ["r1"]),
            node("Min", ["r1", "six"], ["c1"]),
            *layer(2, "c1", "a2"),
            node("Softmax", ["a2"], ["p2"], axis=-1),
            node("Identity", ["p2"], ["output"]),
        ],
        [
            constant("mean", X.mean(0)[None]),
            constant("deviation", X.std(0)[None]),
            *dense(0, 4, 6),
            constant("gain", rng.uniform(-1, 2, size=6)),
            constant("shift", rng.normal(size=6)),
            *dense(1, 6, 5),
            constant("six", 6),
            *dense(2, 5, 3),
        ],
        "softmax",
        X,
    )
    image = rng.normal(size=(ROWS, 2, 3, 2)).astype(np.float32)
    keras_model(
        "keras-nhwc-flatten",
        [2, 3, 2],
        [
            node("Shape", ["input_1"], ["shape"]),
            node("Cast", ["shape"], ["shape32"], to=TensorProto.INT32),
            node("Slice", ["shape32", "zero", "one", "axis"], ["batch"]),
            node("Cast", ["batch"], ["batch64"], to=TensorProto.INT64),
            node("Concat", ["batch64", "minus"], ["target"], axis=0),
            node("Reshape", ["input_1", "target"], ["flat"]),
            *layer(0, "flat", "a0"),
            node("LeakyRelu", ["a0"], ["r0"], alpha=0.3),
            *layer(1, "r0", "a1"),
            node("Sigmoid", ["a1"], ["output"]),
        ],
        [
            constant("zero", [0], np.int64),
            constant("one", [1], np.int64),
            constant("axis", [0], np.int64),
            constant("minus", [12], np.int64),
            *dense(0, 12, 5),
            *dense(1, 5, 1),
        ],
        "sigmoid",
        image,
    )
    keras_model(
        "keras-transpose",
        [2, 3, 2],
        [
            node("Transpose", ["input_1"], ["nchw"], perm=[0, 3, 1, 2]),
            node("Transpose", ["nchw"], ["nhwc"], perm=[0, 2, 3, 1]),
            node("Reshape", ["nhwc", "target"], ["flat"]),
            *layer(0, "flat", "a0"),
            node("Tanh", ["a0"], ["r0"]),
            *layer(1, "r0", "output"),
        ],
        [constant("target", [-1, 12], np.int64), *dense(0, 12, 5), *dense(1, 5, 4)],
        "scores",
        image,
    )


if __name__ == "__main__":
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    sklearn_models()
    refused_models()
    torch_models()
    keras_models()
    names = sorted(p.stem for p in FOLDER.glob("*.onnx"))
    (FOLDER / "index.txt").write_text("".join(n + "\n" for n in names))
    print(len(names), "models")
