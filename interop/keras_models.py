"""Writes models of Keras 3 as ONNX, with what onnxruntime says of them.

    python interop/keras_models.py quantizer/src/test/resources/keras-models

needs keras-requirements.txt. records.py says what is in the files; --rows is how many rows a model
has. Two ways to ONNX: Keras's own model.export, and tf2onnx on a SavedModel.
"""

import logging
import os
import sys
import tempfile
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")

import keras
import numpy as np
import onnx
import tf2onnx.convert
from keras import layers

from records import Records

logging.disable(logging.ERROR)
records = Records.of_arguments(__doc__.splitlines()[0])
rng = np.random.default_rng(0)
ROWS = max(200, records.rows)
X = (rng.normal(size=(ROWS, 4)) * [1, 5, 0.2, 3] + [0, 10, -1, 2]).astype(np.float32)
Z = ((X - X.mean(0)) / X.std(0)).astype(np.float32)
PIXELS = rng.integers(0, 256, size=(ROWS, 28, 28)).astype(np.float32)
SMALL = rng.normal(size=(ROWS, 2, 3, 2)).astype(np.float32)
SIZES = ["speed", "rpm", "temperature", "door"]


def sequential(shape, *stack):
    return keras.Sequential([keras.Input(shape), *stack])


def dense(units, activation=None, **options):
    return layers.Dense(units, activation=activation, **options)


def trained(model, data):
    """Weights as training may leave them; the classes about equally often."""
    for weight in model.weights:
        name, shape = weight.path.rsplit("/", 1)[-1], weight.shape
        if name in ("bias", "beta", "moving_mean"):
            weight.assign(rng.normal(size=shape) * 0.5)
        elif name == "gamma":
            weight.assign(rng.uniform(-1, 2, size=shape))
        elif name == "moving_variance":
            weight.assign(rng.uniform(0.3, 2, size=shape))
        elif name == "alpha":
            weight.assign(rng.uniform(0, 0.5, size=shape))
    last = [layer for layer in model.layers if isinstance(layer, layers.Dense)][-1]
    inputs = data
    if len(model.inputs) > 1:
        inputs = [data[:, i : i + 1] for i in range(data.shape[1])]
    model(inputs)  # which model.export asks for
    sums = keras.Model(model.inputs, last.output).predict(inputs, verbose=0)
    if last.activation is keras.activations.sigmoid:
        sums = np.log(sums / (1 - sums))
    elif last.activation is keras.activations.softmax:
        sums = np.log(sums)
    last.bias.assign(last.bias - np.median(sums, axis=0))


def exported(model, name, saved):
    path = records.path(name)
    if not saved:
        model.export(path, format="onnx", verbose=False)
    else:
        with tempfile.TemporaryDirectory() as folder:
            model.export(folder, verbose=False)
            sys.argv = ["tf2onnx", "--saved-model", folder, "--output", str(path)]
            tf2onnx.convert.main()
    written = onnx.load(path)
    written.graph.doc_string = ""  # which names the folder
    onnx.save(written, path)
    return path


def check(name, model, data, kind="scores", ways=("export", "saved"), **more):
    trained(model, data)
    for way in ways:
        full = f"keras-{name}-{way}" if len(ways) > 1 else f"keras-{name}"
        path = exported(model, full, way == "saved")
        if len(model.inputs) > 1:
            more["features"] = [i.name for i in onnx.load(path).graph.input]
        records.expect(full, data, kind, **more)


def refuse(name, model, message):
    exported(model, f"refused-keras-{name}", False)
    records.refuse(f"refused-keras-{name}", message)


def activations():
    for name in ("relu", "tanh", "sigmoid", "hard_sigmoid", "leaky_relu", "relu6", "hard_tanh", "linear"):
        model = sequential((4,), dense(6, name), dense(3))
        check(name.replace("_", "-"), model, Z * 2, ways=("export",))
    check("prelu", sequential((4,), dense(6), layers.PReLU(), dense(3)), Z)
    check("leaky-layer", sequential((4,), dense(6), layers.LeakyReLU(negative_slope=0.2), dense(3)), Z, ways=("export",))
    check("relu-layer", sequential((4,), dense(6), layers.ReLU(max_value=4.0), dense(3)), Z * 2)


def heads():
    check("softmax", sequential((4,), dense(6, "relu"), dense(3, "softmax")), Z, "softmax")
    check("softmax-layer", sequential((4,), dense(6, "relu"), dense(3), layers.Softmax()), Z, "softmax", ways=("export",))
    check("softmax-two", sequential((4,), dense(6, "relu"), dense(2, "softmax")), Z, "softmax", ways=("export",))
    check("log-softmax", sequential((4,), dense(6, "relu"), dense(3, "log_softmax")), Z, "logsoftmax", ways=("export",))
    check("sigmoid-head", sequential((4,), dense(6, "relu"), dense(1, "sigmoid")), Z, "sigmoid")
    check("logit-head", sequential((4,), dense(6, "relu"), dense(1)), Z)


def stacks():
    norm = layers.BatchNormalization
    check(
        "batchnorm",
        sequential(
            (4,), norm(), dense(6, use_bias=False), norm(), layers.ReLU(), dense(5, "tanh"), norm(),
            layers.Dropout(0.2), dense(3, "softmax"),
        ),
        X,
        "softmax",
    )
    adapted = layers.Normalization()
    adapted.adapt(X)
    model = sequential((4,), adapted, dense(6, "relu"), dense(3, "softmax"))
    check("normalization", model, X, "softmax", ways=("saved",))
    refuse("normalization", built(model), "which the exporter left out of the file; expected the file that model.export")
    scaled = layers.Rescaling(1 / X.std(0), -X.mean(0) / X.std(0))
    check("rescaling", sequential((4,), scaled, dense(6, "relu"), dense(3)), X)
    image = sequential((28, 28), layers.Rescaling(1 / 255.0), layers.Flatten(), dense(6, "relu"), dense(10, "softmax"))
    check("image", image, PIXELS, "softmax")
    check("channels", sequential((2, 3, 2), layers.Flatten(), dense(5, "tanh"), dense(3)), SMALL)
    check(
        "permuted",
        sequential((2, 3, 2), layers.Permute((3, 1, 2)), layers.Reshape((-1,)), dense(5, "relu"), dense(3)),
        SMALL,
    )
    noisy = [layers.GaussianNoise(0.1), dense(5, "relu"), layers.ActivityRegularization(), dense(3)]
    check("noise", sequential((4,), *noisy), Z, ways=("export",))


def functional():
    x = keras.Input((4,), name="features")
    h = layers.Activation("tanh")(dense(6)(layers.Dropout(0.5)(dense(7, "relu")(x))))
    check("functional", keras.Model(x, dense(3, "softmax")(h)), Z, "softmax")
    several = [keras.Input((1,), name=name) for name in SIZES]
    h = dense(6, "relu")(layers.Concatenate()(several))
    check("inputs", keras.Model(several, dense(3)(h)), Z)


def precisions():
    half = {"dtype": "float16"}
    model = keras.Sequential([keras.Input((4,), dtype="float16"), dense(6, "relu", **half), dense(3, **half)])
    check("float16", model, Z.astype(np.float16).astype(np.float32), tolerance=0.02, ways=("export",))
    mixed = {"dtype": "mixed_float16"}
    stack = [dense(6, "relu", **mixed), layers.BatchNormalization(**mixed), dense(3, "softmax", dtype="float32")]
    check("mixed-float16", sequential((4,), *stack), Z, "softmax", tolerance=0.02, ways=("export",))


def refused():
    for name, message in [
        ("elu", "an activation with Elu; expected ReLU"),
        ("selu", "an activation with Selu; expected ReLU"),
        ("softplus", "an activation with Softplus; expected ReLU"),
        ("gelu", "an activation with Erfc; expected ReLU"),
        ("swish", "as in swish or GELU; expected ReLU"),
    ]:
        refuse(name, built(sequential((4,), dense(6, name), dense(3))), message)
    norm = sequential((4,), dense(6), layers.LayerNormalization(), dense(3))
    refuse("layer-normalization", built(norm), "operator ReduceMean")
    x = keras.Input((4,))
    refuse("residual", built(keras.Model(x, dense(3)(layers.Add()([dense(4, "relu")(x), x])))), "Add of two values")


def built(model):
    model(Z[:1])
    return model


if __name__ == "__main__":
    keras.utils.set_random_seed(1)
    activations()
    heads()
    stacks()
    functional()
    precisions()
    refused()
    records.index()
