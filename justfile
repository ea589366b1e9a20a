# Short names for the commands of CONTRIBUTING.md. `just` lists them.

default:
    @just --list

# Create .venv with the library (editable) and everything that its tests need
setup:
    python3 -m venv .venv
    .venv/bin/pip install --quiet --editable '.[test]'

# Lint, types and tests in the working environment
check:
    .venv/bin/ruff check .
    .venv/bin/mypy
    .venv/bin/pytest -n 2

# All that continuous integration does, each part in a fresh environment; or only some parts: just ci docs packages
ci *parts:
    .ci/run {{parts}}

# Write the generated pages and the outputs shown in the documentation again
docs:
    .venv/bin/python docs/generate.py

# The documentation as a site, on this machine
site:
    .venv/bin/pip install --quiet '.[docs]'
    .venv/bin/mkdocs serve

# Convert every article of a folder or JSON lines file and check each document
sweep path:
    .venv/bin/python benchmarks/sweep.py {{path}}
