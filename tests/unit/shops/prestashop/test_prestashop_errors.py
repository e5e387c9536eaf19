"""What goes wrong between us and a shop: each cause has its message, and none tells the key."""

import httpx
import pytest
from web_service import errors_json, errors_xml, index_xml, shop_that_answers

from navette.domain.binding import ShopRef
from navette.domain.errors import ConfigurationError, NavetteError, TransientError
from navette.domain.messages import shop as messages
from navette.domain.messages.message import Message
from navette.domain.run import Outcome
from navette.ports.shop import StockWrite

WARNING = "[PHP Warning #2] Undefined array key 0 (/var/www/html/modules/other/other.php, line 42)"
PAGE = "<!DOCTYPE html><html><body>Maintenance</body></html>"
HTML = {"Content-Type": "text/html"}


def probing(answer: httpx.Response) -> NavetteError:
    with pytest.raises(NavetteError) as caught:
        shop_that_answers(lambda _: answer).probe()
    return caught.value


class TestConnectionTest:
    @pytest.mark.spec("APP-SHP-1")
    @pytest.mark.parametrize(
        ("answer", "message"),
        [
            (httpx.Response(401, text="401 Unauthorized"), messages.NO_KEY),
            (errors_xml((18, "Invalid authentication key format"), status=401), messages.KEY_MALFORMED),
            (errors_xml((20, "not active"), (21, "No permission"), status=401), messages.KEY_UNKNOWN),
            (errors_xml((22, "disabled"), status=503), messages.SERVICE_DISABLED),
            (httpx.Response(404), messages.NO_SERVICE),
            (httpx.Response(302, headers={"Location": "https://www.shop.example/?url=api"}), messages.REDIRECTED),
            (httpx.Response(200, text=PAGE, headers=HTML), messages.NOT_DATA),
            (index_xml("1.6.1"), messages.UNSUPPORTED_VERSION),
            (index_xml(""), messages.UNSUPPORTED_VERSION),
        ],
    )
    def test_it_says_what_is_wrong(self, answer: httpx.Response, message: Message) -> None:
        error = probing(answer)
        assert (type(error), error.message) == (ConfigurationError, message)
        assert message.remedy
        assert "K" * 32 not in str(error) + str(error.values)

    def test_an_entity_bomb_is_not_read(self) -> None:
        bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><prestashop><api/></prestashop>'
        assert probing(httpx.Response(200, text=bomb)).message is messages.UNSAFE_XML

    def test_an_address_that_answers_something_else_in_xml(self) -> None:
        assert probing(httpx.Response(200, text="<rss><channel/></rss>")).message is messages.DAMAGED


class TestReading:
    def stock(self, answer: httpx.Response) -> NavetteError:
        shop = shop_that_answers(lambda request: index_xml() if request.url.path == "/api/" else answer)
        with pytest.raises(NavetteError) as caught:
            list(shop.existing_products([ShopRef("1")]))
        return caught.value

    def test_a_missing_right_is_named_by_resource_and_method(self) -> None:
        error = self.stock(errors_xml((26, "not allowed"), status=401))
        assert error.message is messages.MISSING_RIGHT
        assert error.values == {"method": "GET", "resource": "products"}

    @pytest.mark.parametrize(
        ("answer", "message"),
        [
            (errors_json((32, "This filter does not exist"), (3, WARNING)), messages.UNKNOWN_FIELD),
            (httpx.Response(200, text=PAGE, headers=HTML), messages.NOT_DATA),
        ],
    )
    def test_what_another_try_does_not_mend(self, answer: httpx.Response, message: Message) -> None:
        error = self.stock(answer)
        assert (type(error), error.message) == (ConfigurationError, message)

    @pytest.mark.parametrize(
        ("answer", "message"),
        [
            (httpx.Response(500), messages.SHOP_FAILED),
            (errors_json((3, WARNING)), messages.PHP_WARNING),
            (httpx.Response(200, text='{"products":[{"id":'), messages.DAMAGED),
            (httpx.Response(200, text="<br /><b>Warning</b>: x in y.php<br />{}"), messages.PHP_WARNING),
            (httpx.Response(502), messages.GATEWAY_FAILED),
        ],
    )
    def test_what_may_pass(self, answer: httpx.Response, message: Message) -> None:
        error = self.stock(answer)
        assert isinstance(error, TransientError)
        assert error.message is message


class TestWriting:
    """A quantity, written to a shop that answers so; the row is found, the write fails."""

    def write(self, answer: httpx.Response):
        stock = {"id": 5, "id_product": "1", "id_product_attribute": "0", "quantity": "3"}

        def answering(request: httpx.Request) -> httpx.Response:
            if request.method != "GET":
                return answer
            if request.url.path == "/api/":
                return index_xml()
            if "configurations" in request.url.path:
                row = {"id": 1, "name": "PS_INSTALL_VERSION", "value": "8", "id_shop": "", "id_shop_group": ""}
                return httpx.Response(200, json={"configurations": [{**row, "date_add": "x"}]})
            if "stock" in request.url.path:
                return httpx.Response(200, json={"stock_availables": [stock]})
            return httpx.Response(200, json=[])

        return shop_that_answers(answering).write_stock([StockWrite(ShopRef("1"), 7)])

    def test_a_field_that_the_shop_refuses_is_named(self) -> None:
        text = 'Validation error: "Property StockAvailable-&gt;quantity is not valid"'
        (result,) = self.write(errors_xml((85, text)))
        assert result.outcome is Outcome.REFUSED
        assert result.problem is not None
        assert result.problem.message is messages.FIELD_REFUSED
        assert result.problem.values["field"] == "quantity"
        assert len(result.problem.values["request"]) == 12

    def test_a_request_that_the_shop_repeats_is_not_kept(self) -> None:
        (result,) = self.write(
            errors_xml((127, "XML error : bad\nXML length : 9\nOriginal XML : <secret/>"), status=500)
        )
        assert result.problem is not None
        assert result.problem.values["detail"] == "XML error : bad"

    def test_a_warning_that_comes_back_each_time_refuses_the_record(self) -> None:
        (result,) = self.write(errors_xml((3, WARNING), status=500))
        assert result.outcome is Outcome.REFUSED
        assert result.problem is not None
        assert "other.php" in result.problem.values["detail"]

    def test_a_shop_that_gives_half_an_answer_each_time_cannot_be_written_to(self) -> None:
        with pytest.raises(TransientError) as caught:
            self.write(httpx.Response(200, text='<?xml version="1.0"?><prestashop><stock_av'))
        assert caught.value.message is messages.DAMAGED
