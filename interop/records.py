"""What the scripts of this folder write beside a float model: inputs, and what onnxruntime says.

For each model NAME.onnx there is a NAME.json:

    features    names, if the model has several inputs
    inputs      rows of features
    kind        what the outputs are: "scores", or their "softmax", "logsoftmax" or "sigmoid"
    tolerance   the greatest relative difference of an output
    outputs     a row each; of two classes only the last is looked at where the network has one score
    labels      the class of each row, by name
    classNames  the names, empty if the model has none

Models whose names begin with "refused-" have "message": what the refusal must contain.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime

KINDS = {"tensor(float)": np.float32, "tensor(double)": np.float64, "tensor(float16)": np.float16}


class Records:
    """The models of a folder, which is emptied first."""

    def __init__(self, folder, rows):
        self.folder = Path(folder)
        self.rows = rows
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    @classmethod
    def of_arguments(cls, about):
        parser = argparse.ArgumentParser(description=about)
        parser.add_argument("folder")
        parser.add_argument("--rows", type=int, default=24)
        options = parser.parse_args()
        return cls(options.folder, options.rows)

    def path(self, name):
        return self.folder / f"{name}.onnx"

    def expect(self, name, rows, kind, scores=0, labels=None, class_names=(), features=(), tolerance=1e-4):
        """Writes NAME.json. ``scores`` and ``labels`` are names or numbers of outputs; scores
        may be the outputs of a column each."""
        rows = np.asarray(rows, dtype=np.float32).reshape(len(rows), -1)[: self.rows]
        outputs = []
        for result in run(self.path(name), rows, scores):
            if isinstance(result, list):  # a ZipMap: one dictionary a row
                result = list(result[0].values())
            outputs.append([shortest(v) for v in np.ravel(result)])
        if labels is not None:
            found = [str(np.ravel(r)[0]) for r in run(self.path(name), rows, labels)]
        elif len(outputs[0]) == 1:
            limit = 0.5 if kind == "sigmoid" else 0
            found = [str(int(o[0] >= limit)) for o in outputs]
        else:
            found = [str(int(np.argmax(o))) for o in outputs]
        self.write(
            name,
            {
                "features": list(features),
                "kind": kind,
                "tolerance": tolerance,
                "classNames": [str(c) for c in class_names],
                "inputs": [[shortest(v) for v in row] for row in rows],
                "outputs": outputs,
                "labels": found,
            },
        )

    def refuse(self, name, message):
        self.write(name, {"message": message})

    def write(self, name, what):
        lines = []
        for key, value in what.items():
            if key in ("inputs", "outputs"):
                body = ",\n    ".join(json.dumps(v) for v in value)
                lines.append(f'  "{key}": [\n    {body}\n  ]')
            else:
                lines.append(f'  "{key}": {json.dumps(value)}')
        (self.folder / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")

    def index(self):
        """Writes the names of all models, and says how many they are."""
        names = sorted(p.stem for p in self.folder.glob("*.onnx"))
        (self.folder / "index.txt").write_text("".join(n + "\n" for n in names))
        print(len(names), "models in", self.folder)


def run(path, rows, output):
    """One output for each row; a row fills the whole batch where the model has a fixed one."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    if isinstance(output, int):
        output = session.get_outputs()[output].name
    columns = [output] if isinstance(output, str) else output
    infos = session.get_inputs()
    results = []
    for row in rows:
        feeds, at = {}, 0
        for info in infos:
            stated = [d if isinstance(d, int) and d > 0 else 1 for d in info.shape]
            width = len(row) if len(infos) == 1 else int(np.prod(stated[1:]))
            batch = stated[0] if len(stated) > 1 else 1
            values = np.tile(row[at : at + width].astype(KINDS[info.type]), batch)
            shape = [batch, width] if len(stated) == 2 else stated
            feeds[info.name] = values.reshape(shape)
            at += width
        found = session.run(columns, feeds)
        result = found[0] if len(columns) == 1 else np.ravel(found)
        results.append(result[:1] if batch > 1 else result)
    return results


def shortest(value):
    """The shortest number that is the same float."""
    return float(str(np.float32(value)))
