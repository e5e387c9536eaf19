"""Request bodies in XML, read as PHP's SimpleXML reads them."""

from dataclasses import dataclass

from lxml import etree

from navette.demo.shops.prestashop.problems import Problems

FILE, LINE = "classes/webservice/WebserviceRequest.php", 1544


@dataclass(frozen=True)
class Node:
    """One element; of several children with the same name the first counts."""

    element: etree._Element

    @property
    def name(self) -> str:
        """Return the name of the element without its namespace."""
        return etree.QName(self.element).localname

    @property
    def text(self) -> str:
        """Return the text directly inside the element."""
        parts = [self.element.text or ""]
        parts += [child.tail or "" for child in self.element]
        return "".join(parts)

    @property
    def children(self) -> list["Node"]:
        """Return the elements directly inside."""
        return [Node(child) for child in self.element if isinstance(child.tag, str)]

    def child(self, name: str) -> "Node | None":
        """Return the first child with a name."""
        return next((child for child in self.children if child.name == name), None)

    def attribute(self, name: str) -> str:
        """Return an attribute, empty without it."""
        return str(self.element.get(name, ""))


def read_body(body: bytes, problems: Problems) -> Node | None:
    """Return the root element; None with the reason among the problems."""
    text = body.removeprefix(b"xml=")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return Node(etree.fromstring(text, parser))
    except etree.XMLSyntaxError as error:
        shown = text.decode("utf-8", "replace")
        if text:
            _warn(error, shown, problems)
        sentence = f"XML error : String could not be parsed as XML\nXML length : {len(text)}\nOriginal XML : {shown}"
        problems.add(500, sentence, 127)
        return None


def _warn(error: etree.XMLSyntaxError, text: str, problems: Problems) -> None:
    """Note the three warnings that PHP gives for each mistake: what, the line, where in the line."""
    prefix = "SimpleXMLElement::__construct():"
    number, column = error.position
    message = (error.msg or "").rpartition(", line ")[0] or str(error.msg)
    line = text.splitlines()[number - 1] if 0 < number <= len(text.splitlines()) else text
    problems.warn(f"{prefix} Entity: line {number}: parser error : {message}", FILE, LINE)
    problems.warn(f"{prefix} {line}", FILE, LINE)
    problems.warn(f"{prefix} {' ' * max(0, column - 1)}^".replace(":  ", ": "), FILE, LINE)
