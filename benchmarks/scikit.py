"""Trains scikit-learn's MLPClassifier on tasks that benchmarks/accuracy wrote.

  scikit.py FOLDER HIDDEN[,HIDDEN...] < TRIALS

FOLDER holds TASK.train.csv and TASK.test.csv, without header, the label last. A line of TRIALS is a
task and a seed. Prints the accuracy on the test rows of each, one a line. The features are
standardized; all else is the class's default, but for a limit of epochs so high that its own rule
ends the training.
"""
import sys
import warnings
from pathlib import Path

import numpy
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

EPOCHS = 1000


def rows(path):
    table = numpy.loadtxt(path, delimiter=",", ndmin=2)
    return table[:, :-1], table[:, -1]


def main():
    folder = Path(sys.argv[1])
    layers = [int(width) for width in sys.argv[2].split(",")]
    warnings.simplefilter("ignore", ConvergenceWarning)
    for line in sys.stdin:
        task, seed = line.split()
        network = MLPClassifier(layers, max_iter=EPOCHS, random_state=int(seed))
        pipeline = make_pipeline(StandardScaler(), network)
        pipeline.fit(*rows(folder / (task + ".train.csv")))
        print(pipeline.score(*rows(folder / (task + ".test.csv"))), flush=True)


main()
