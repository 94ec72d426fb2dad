"""Writes the float models that the reader of ONNX files is tested on, with what onnxruntime says.

    python interop/float_models.py quantizer/src/test/resources/float-models

needs torch, onnxscript, scikit-learn, skl2onnx, onnx and onnxruntime. records.py says what is in the
files; --rows is how many rows a model has.
"""

import logging
import os
import sys
import warnings

import numpy as np
import onnx
import torch
from skl2onnx import convert_sklearn, to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.feature_selection import SelectKBest
from sklearn.impute import SimpleImputer
from sklearn.linear_model import (
    LinearRegression,
    LogisticRegression,
    Perceptron,
    RidgeClassifier,
    SGDClassifier,
)
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import (
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    RobustScaler,
    StandardScaler,
)
from sklearn.svm import LinearSVC
from torch import nn

from records import Records

if os.environ.get("PYTHONHASHSEED") != "0":  # skl2onnx writes sets in the order of their hashes
    os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)

records = Records.of_arguments(__doc__.splitlines()[0])
rng = np.random.default_rng(0)
X = (rng.normal(size=(300, 4)) * [1, 5, 0.2, 3] + [0, 10, -1, 2]).astype(np.float32)
Z = ((X - X.mean(0)) / X.std(0)).astype(np.float32)
THREE = (Z[:, 0] + 0.5 * Z[:, 1] > 0).astype(int) + (Z[:, 2] - Z[:, 3] > 0.3)
TWO = (Z @ [1, 2, -1, 0.5] > 0.2).astype(int)
NAMES = np.array(["idle", "drive", "flood"])
COLUMNS = ["speed", "rpm", "temperature", "door"]


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
    onnx.save(converted, records.path(f"{name}"))
    outputs = [o.name for o in converted.graph.output]
    probabilities = any(n.op_type in ("Softmax", "Sigmoid", "Normalizer") for n in converted.graph.node)
    probabilities |= any(
        a.name == "post_transform" and a.s in (b"SOFTMAX", b"LOGISTIC")
        for n in converted.graph.node
        for a in n.attribute
    )
    kind = ("sigmoid" if len(classes) == 2 else "softmax") if probabilities else "scores"
    if len(outputs) > 2:  # a column each
        outputs = [outputs[0], outputs[1:]]
    records.expect(name, data, kind, outputs[1], outputs[0], classes, features)


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
    several = FeatureUnion([("s", StandardScaler()), ("m", MinMaxScaler())])
    sklearn_model("sk-union-mlp", make_pipeline(several, mlp()), THREE)
    scalers = make_pipeline(StandardScaler(), MinMaxScaler(), MaxAbsScaler(), mlp())
    sklearn_model("sk-scalers-mlp", scalers, THREE)
    sklearn_model("sk-pca-mlp", make_pipeline(StandardScaler(), PCA(3), mlp()), THREE)
    sklearn_model("sk-zipmap-columns", mlp(), NAMES[THREE], zipmap="columns")
    sklearn_model("sk-lda", LinearDiscriminantAnalysis(), THREE)
    sklearn_model("sk-perceptron", Perceptron(random_state=0), THREE)
    unknown_widths()


def unknown_widths():
    """Inputs of shape [None, None]."""
    off = {"zipmap": False}
    for name, model, y, options in [
        ("mlp", mlp(), THREE, off),
        ("mlp-binary", mlp(), NAMES[TWO], off),
        ("standard-mlp", make_pipeline(StandardScaler(), mlp()), NAMES[THREE], None),
        ("minmax-mlp", make_pipeline(MinMaxScaler(), mlp()), THREE, off),
        ("logistic", LogisticRegression(), THREE, off),
        ("svc-binary", LinearSVC(random_state=0), TWO, {}),
    ]:
        data = X if hasattr(model, "steps") else Z
        model.fit(data, y)
        types = [("x", FloatTensorType([None, None]))]
        converted = convert_sklearn(model, initial_types=types, options=options)
        save_sklearn(f"sk-unknown-width-{name}", converted, model.classes_, data)


def refused_sklearn(name, model, y, message, options=None, types=None):
    model.fit(X, y)
    converted = to_onnx(model, X[:1], initial_types=types, options=options)
    converted.graph.name = name
    onnx.save(converted, records.path(f"refused-{name}"))
    records.refuse(f"refused-{name}", message)


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
    unknown = [("x", FloatTensorType([None, None]))]
    chosen = make_pipeline(SelectKBest(k=2), mlp())
    refused_sklearn("width", chosen, THREE, "dimension 1 of unknown size", off, unknown)
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


class Clamped(nn.Module):
    """Functions in place of modules, weights that are no module's."""

    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm1d(4, affine=False)
        self.a = nn.Parameter(torch.randn(4, 6))
        self.last = nn.Linear(6, 3)

    def forward(self, x):
        x = torch.clamp(self.norm(x) @ self.a, min=0)
        return self.last(nn.functional.normalize(x, dim=1) if self.training else x)


def centre(model, data):
    """Shifts the scores, so that the rows are not all of one class."""
    last = [module for module in model.modules() if isinstance(module, nn.Linear)][-1]
    scores = []
    hook = last.register_forward_hook(lambda module, x, y: scores.append(y))
    with torch.no_grad():
        model(torch.tensor(data))
        last.bias -= scores[0].mean(0)
    hook.remove()


def torch_model(name, model, data, kind, output=0, batch=None, tolerance=1e-4):
    for module in model.modules():
        if isinstance(module, nn.BatchNorm1d):
            with torch.no_grad():
                module.running_mean.uniform_(-1, 1)
                module.running_var.uniform_(0.5, 2)
                if module.affine:
                    module.weight.uniform_(-1.5, 1.5)
                    module.bias.uniform_(-1, 1)
    model.eval()
    first = torch.tensor(data[: batch or 1])
    centre(model, data)
    for exporter in ("script", "dynamo"):
        path = records.path(f"torch-{name}-{exporter}")
        if exporter == "script":
            axes = None if batch else {"x": {0: "batch"}}
            torch.onnx.export(model, (first,), path, dynamo=False, input_names=["x"], dynamic_axes=axes)
        else:
            sizes = None if batch else ({0: torch.export.Dim("batch")},)
            torch.onnx.export(model, (first,), path, dynamo=True, verbose=False, dynamic_shapes=sizes)
            compact(path)
        outputs = [o.name for o in onnx.load(path, load_external_data=False).graph.output]
        records.expect(f"torch-{name}-{exporter}", data, kind, outputs[output], tolerance=tolerance)


def compact(path):
    """Without the notes on the Python source, which name files of this machine."""
    model = onnx.load(path)
    path.with_name(path.name + ".data").unlink(missing_ok=True)
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
    image = rng.normal(size=(len(X), 1, 3, 4)).astype(np.float32)
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
    torch_model("clamped", Clamped(), Z, "scores")
    half = nn.Sequential(nn.Linear(4, 8), nn.Hardtanh(-2, 2), nn.Linear(8, 3)).half()
    torch_model("half", half, Z.astype(np.float16), "scores", tolerance=0.02)
    # Exported on a batch, as taken from a DataLoader, without saying that it may have another size.
    batch = nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.Sigmoid(), nn.Linear(5, 3))
    torch_model("batch", batch, Z, "scores", batch=8)
    for name, layer, message in [
        ("gelu", nn.GELU(), "an activation with Gelu; expected ReLU"),
        ("elu", nn.ELU(), "an activation with Elu; expected ReLU"),
        ("silu", nn.SiLU(), "as in swish or GELU; expected ReLU"),
        ("layernorm", nn.LayerNorm(6), "LayerNormalization, which divides by"),
    ]:
        path = records.path(f"refused-torch-{name}")
        refused = nn.Sequential(nn.Linear(4, 6), layer, nn.Linear(6, 3)).eval()
        torch.onnx.export(refused, (torch.tensor(Z[:1]),), path, dynamo=True, verbose=False)
        compact(path)
        records.refuse(f"refused-torch-{name}", message)
    big = nn.Sequential(nn.Linear(4, 64), nn.ReLU(), nn.Linear(64, 2)).eval()
    centre(big, Z)
    path = records.path("torch-external")
    first = torch.tensor(Z[:1])
    torch.onnx.export(big, (first,), path, dynamo=True, verbose=False, external_data=True)
    compact(path)
    onnx.save(
        onnx.load(path), path, save_as_external_data=True, location="torch-external.onnx.data", size_threshold=0
    )
    records.expect("torch-external", Z, "scores", onnx.load(path).graph.output[0].name)


if __name__ == "__main__":
    sklearn_models()
    refused_models()
    torch_models()
    records.index()
