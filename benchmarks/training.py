#!/usr/bin/env python3
"""Times training side by side: hdlgen against PyTorch (float) and Brevitas (quantized), on this CPU.

  PYTHON benchmarks/training.py DATA.npz [--epochs N] [--runs N] [--threads N] [--batch N]
                                [--hidden N,N,...] [--bits N,N,...]

PYTHON is an interpreter with torch and brevitas; DATA.npz holds images X and labels y. All train the
same network (dense layers with batch normalisation and ReLU) on the same rows with AdamW for the same
number of epochs and rows a step. The runs alternate. For PyTorch and Brevitas the loop over epochs
alone is timed, with all rows in memory as tensors and no loader around them, after one epoch to warm
up. For hdlgen the whole command is timed, with the start of Java, reading the data, measuring accuracy
and writing the network; an epoch is the difference between two commands, one with a quarter of the
epochs. Prints a table in Markdown: medians, lowest and highest in brackets, and ratios, greater than
1 where hdlgen is faster.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

import brevitas.nn
import numpy
import torch

HDLGEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bin", "hdlgen")


def network(widths, bits):
    layers = []
    for k, (before, after) in enumerate(zip(widths, widths[1:])):
        last = k == len(widths) - 2
        if bits:
            layers.append(brevitas.nn.QuantLinear(before, after, bias=last, weight_bit_width=bits))
        else:
            layers.append(torch.nn.Linear(before, after, bias=last))
        if not last:
            layers.append(torch.nn.BatchNorm1d(after))
            layers.append(brevitas.nn.QuantReLU(bit_width=bits) if bits else torch.nn.ReLU())
    return torch.nn.Sequential(*layers)


def train(model, x, y, epochs, batch):
    steps = epochs * (len(x) // batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
    loss = torch.nn.CrossEntropyLoss()
    model.train()
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for start in range(0, len(x) - batch + 1, batch):
            rows = order[start : start + batch]
            optimizer.zero_grad()
            loss(model(x[rows]), y[rows]).backward()
            optimizer.step()
            schedule.step()


def seconds(action):
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def torch_seconds(widths, bits, x, y, arguments):
    torch.manual_seed(1)
    model = network(widths, bits)
    train(model, x, y, 1, arguments.batch)
    return seconds(lambda: train(model, x, y, arguments.epochs, arguments.batch))


def hdlgen_seconds(arguments, epochs, extra):
    command = [HDLGEN, "train", "--data", arguments.data, "--validation", "0"]
    command += ["--epochs", str(epochs), "--batch", str(arguments.batch)]
    command += ["--threads", str(arguments.threads)] + extra
    environment = dict(os.environ, HDLGEN_NO_BUILD="1")
    return seconds(
        lambda: subprocess.run(command, env=environment, check=True, capture_output=True)
    )


def cell(values):
    return "%.2f (%.2f to %.2f)" % (statistics.median(values), min(values), max(values))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--hidden", default="64,64,64")
    parser.add_argument("--bits", default="4,2")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    with numpy.load(arguments.data) as arrays:
        x = torch.tensor(arrays["X"] / 255, dtype=torch.float32)
        y = torch.tensor(arrays["y"].astype(numpy.int64))
    hidden = [int(width) for width in arguments.hidden.split(",")]
    widths = [x.shape[1], *hidden, int(y.max()) + 1]
    subprocess.run([HDLGEN, "--version"], check=True, stdout=subprocess.DEVNULL)
    print("%d rows, %s, %d epochs, %d rows a step, %d threads, seconds:\n"
          % (len(x), "-".join(map(str, widths)), arguments.epochs, arguments.batch, arguments.threads))
    print("| training | hdlgen: command | PyTorch or Brevitas: loop | ratio "
          "| hdlgen: an epoch | PyTorch or Brevitas: an epoch | ratio |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        model = os.path.join(folder, "float.json")
        for bits in [0] + [int(b) for b in arguments.bits.split(",")]:
            if bits:
                extra = ["--float-model", model, "--bits", str(bits), "-o", model + ".q.json"]
                extra += ["--input-bits", "8"]
            else:
                extra = ["--hidden", arguments.hidden, "-o", model]
            epochs, few = arguments.epochs, max(1, arguments.epochs // 4)
            ours, theirs, our_epochs = [], [], []
            for _ in range(arguments.runs):
                short = hdlgen_seconds(arguments, few, extra)
                ours.append(hdlgen_seconds(arguments, epochs, extra))
                our_epochs.append((ours[-1] - short) / (epochs - few))
                theirs.append(torch_seconds(widths, bits, x, y, arguments))
            their_epochs = [loop / epochs for loop in theirs]
            cells = ["%d bits" % bits if bits else "float"]
            for a, b in [(ours, theirs), (our_epochs, their_epochs)]:
                ratio = statistics.median(b) / statistics.median(a)
                cells += [cell(a), cell(b), "%.1f" % ratio]
            print("| " + " | ".join(cells) + " |", flush=True)


sys.exit(main())
