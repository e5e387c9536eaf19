#!/usr/bin/env bash
# Makes the virtual environment given as first argument and installs Navette with its tools in it.
set -euo pipefail
venv=$1
python=${PYTHON:-python3}
if ! "$python" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))'; then
  echo "Navette needs Python 3.11 or newer; set PYTHON to such an interpreter." >&2
  exit 2
fi
if ! "$python" -m venv "$venv" 2>/dev/null; then
  # Debian and Ubuntu ship venv apart from Python.
  rm -rf "$venv"
  if [ "$(id -u)" = 0 ]; then
    apt-get update -q && apt-get install -y -q python3-venv
  else
    echo "Python's venv module is missing; installing it with: sudo apt-get install python3-venv" >&2
    sudo apt-get update -q && sudo apt-get install -y -q python3-venv
  fi
  "$python" -m venv "$venv"
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
