"""Benchmarks: one file per figure, ratios measured in one run, written to var/bench.json."""
