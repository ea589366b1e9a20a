"""``python -m visitextract.cli``: the command line without its script."""

from visitextract.cli import main

main(prog_name="visitextract")
