"""The shop as a process of its own."""

import os
import signal
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path


def test_shop_as_a_process(tmp_path: Path) -> None:
    database = tmp_path / "shop.sqlite"
    command = [sys.executable, "-m", "navette.demo.shops.prestashop", "--database", str(database), "--products", "3"]
    key = "K" * 32
    shop = subprocess.Popen([*command, "--key", key, "--version", "1.7.8"], stdout=subprocess.PIPE, text=True)
    try:
        assert shop.stdout is not None
        url, told = shop.stdout.readline().split()
        assert told == key
        connection = HTTPConnection(url.removeprefix("http://"), timeout=10)
        connection.request("GET", f"/api/products?ws_key={key}&output_format=JSON")
        answer = connection.getresponse()
        assert answer.headers["PSWS-Version"] == "1.7.8.11"
        assert answer.read() == b'{"products":[{"id":1},{"id":2},{"id":3}]}'
        connection.close()
        os.kill(shop.pid, signal.SIGTERM)
        assert shop.wait(timeout=10) == 0
    finally:
        shop.kill()
        shop.communicate()
    assert database.exists()
