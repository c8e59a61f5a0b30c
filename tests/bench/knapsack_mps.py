#!/usr/bin/env python3
"""Write a published capital-budgeting problem as it is, in free MPS.

knapsack_mps.py FILE NUMBER OUT.mps

FILE and NUMBER are those of tests/oracle/published/make_round.py. Projects are
binary columns, the values to be had are costs with the sign changed, and every
capacity is a row."""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "oracle", "published"))

from make_round import READERS  # noqa: E402


def write(problem, out):
    values, weights, capacities, _ = problem
    out.write("NAME knapsack FREE\nROWS\n N cost\n")
    out.writelines(f" L c{i}\n" for i in range(len(capacities)))
    out.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
    for j, value in enumerate(values):
        out.write(f" x{j} cost -{value}\n")
        out.writelines(f" x{j} c{i} {row[j]}\n"
                       for i, row in enumerate(weights) if float(row[j]))
    out.write(" M2 'MARKER' 'INTEND'\nRHS\n")
    out.writelines(f" RHS c{i} {c}\n" for i, c in enumerate(capacities))
    out.write("BOUNDS\n")
    out.writelines(f" UP BND x{j} 1\n" for j in range(len(values)))
    out.write("ENDATA\n")


if __name__ == "__main__":
    path, number, target = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(target, "w", encoding="utf-8") as file:
        write(READERS[os.path.basename(path)](path)[number - 1], file)
