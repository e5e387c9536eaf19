"""The simulated shop as a process: `python -m navette.demo.shops.prestashop --port 8080`."""

import argparse
import signal
import sys

from navette.demo.shops.prestashop.latency import Latency
from navette.demo.shops.prestashop.simulator import PrestaShopSimulator


def main(arguments: list[str] | None = None) -> int:
    """Start a shop and serve until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m navette.demo.shops.prestashop", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="the port to listen on; 0 takes a free one")
    parser.add_argument("--database", default=":memory:", help="a file for the shop's records")
    parser.add_argument("--latency", default="none", help="none, recorded, or milliseconds for every request")
    parser.add_argument("--version", default="8.2", help="the version of PrestaShop: 1.7.7, 1.7.8, 8.2 or 9.0")
    parser.add_argument("--key", help="the key of the web service, 32 signs")
    parser.add_argument("--name", default="Navette Demo", help="the name of a new shop")
    parser.add_argument("--countries", default="FR,US", help="the countries of a new shop's customers, with commas")
    parser.add_argument("--products", type=int, default=0, help="articles to put in a new shop")
    parser.add_argument("--language", choices=("en", "fr"), default="en", help="the shop's default language")
    given = parser.parse_args(arguments)
    shop = PrestaShopSimulator(
        version=given.version,
        database=given.database,
        port=given.port,
        name=given.name,
        key=given.key,
        latency=Latency.of(given.latency),
        countries=given.countries.split(","),
    )
    shop.speak(given.language)
    if given.products:
        shop.seed_products(given.products)
    sys.stdout.write(f"{shop.url} {shop.key}\n")
    sys.stdout.flush()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        shop.serve()
    except KeyboardInterrupt:
        shop.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
