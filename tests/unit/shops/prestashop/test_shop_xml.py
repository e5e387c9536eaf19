"""XML of the web service: what is not read, what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from navette.shops.prestashop.client.xml import Record, UnsafeXmlError, document, ids_of, merged, parse_xml

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<prestashop><product><id>&c;</id></product></prestashop>"""
ENDLESS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><prestashop>&a;</prestashop>"""
GROWING = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "%s">]><prestashop>%s</prestashop>""" % (b"ha" * 50_000, b"&a;" * 1_000)
STEALING = b"""<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/hostname">]>
<prestashop><product><id>&file;</id></product></prestashop>"""


class TestReading:
    @pytest.mark.parametrize("content", [BOMB, ENDLESS, GROWING, STEALING])
    def test_entities_and_document_types_are_refused(self, content: bytes) -> None:
        with pytest.raises(UnsafeXmlError):
            parse_xml(content)

    def test_a_text_that_only_looks_like_one_is_fine(self) -> None:
        root = parse_xml(b"<prestashop><p><![CDATA[<!DOCTYPE html><!ENTITY a 'b'>]]></p></prestashop>")
        assert root.findtext("p") == "<!DOCTYPE html><!ENTITY a 'b'>"

    def test_what_php_printed_before_the_document_is_dropped(self) -> None:
        root = parse_xml(
            b"<br />\n<b>Deprecated</b>: x\n<?xml version='1.0'?><prestashop><p><id>3</id></p></prestashop>"
        )
        assert ids_of(root) == ["3"]

    @pytest.mark.parametrize("content", [b"", b"<prestashop><product>", b"<html></body>", b"\xff\xfe\x00"])
    def test_what_is_no_whole_document(self, content: bytes) -> None:
        with pytest.raises(etree.XMLSyntaxError):
            parse_xml(content)


class TestWriting:
    def test_fields_languages_and_associations(self) -> None:
        record = Record(
            {"price": "1.5", "name": {"1": "Ring & <more>", "2": "Bague"}},
            {"categories": [{"id": "2"}, {"id": "10"}], "product_features": []},
        )
        root = parse_xml(document("product", [record]))
        assert root.findtext("product/price") == "1.5"
        assert [(text.get("id"), text.text) for text in root.iterfind("product/name/language")] == [
            ("1", "Ring & <more>"),
            ("2", "Bague"),
        ]
        assert [one.findtext("id") for one in root.iterfind("product/associations/categories/category")] == ["2", "10"]
        assert root.find("product/associations/product_features") is not None

    @given(st.text())
    def test_any_text_makes_a_document(self, text: str) -> None:
        root = parse_xml(document("product", [Record({"name": text})]))
        kept = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n") if c in "\n\t" or c >= " ")
        kept = "".join(c for c in kept if not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        assert (root.findtext("product/name") or "") == kept

    def test_a_put_sends_back_what_it_does_not_change(self) -> None:
        present = parse_xml(
            b"<prestashop><product><id>5</id><price>1</price><active>1</active><quantity>9</quantity>"
            b"<name><language id='1'>Old</language></name><associations><combinations/></associations>"
            b"</product></prestashop>"
        )[0]
        changed = merged(present, Record({"id": "5", "price": "2"}, {"categories": [{"id": "3"}]}), {"quantity"})
        assert {child.tag: child.text for child in changed if len(child) == 0} == {
            "id": "5",
            "price": "2",
            "active": "1",
        }
        assert changed.findtext("name/language") == "Old"
        assert [child.tag for child in changed.iterfind("associations/*")] == ["categories"]
