"""FLW-5: what the shop is told of the company's stock."""

from builders import an_article


def test_changed_quantities_are_sent_and_nothing_the_second_time(world):
    world.company.put(an_article("BAOR01"), an_article("BAOR02"), physical=7)
    assert world.counts("export-products") == {"created": 2}
    assert world.counts("export-stock") == {"updated": 2}
    assert world.shop_state.named("BAOR01").quantity == 7
    report = world.run("export-stock", full=True)
    assert report.requests.write == 0
