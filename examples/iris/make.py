#!/usr/bin/env python3
"""Makes iris.csv beside this file, of the table that scikit-learn ships.

    python3 examples/iris/make.py
"""

import csv
from pathlib import Path

from sklearn.datasets import load_iris

data = load_iris()
with open(Path(__file__).parent / "iris.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["sepal_length", "sepal_width", "petal_length", "petal_width", "species"])
    for row, label in zip(data.data, data.target):
        writer.writerow([*(f"{value:.1f}" for value in row), data.target_names[label]])
