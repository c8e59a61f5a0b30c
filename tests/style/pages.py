"""Looks at pages of --html: pages.py FILE... Says what is wrong, and ends with 1 if
something is."""
import os
import re
import sys
import xml.etree.ElementTree as ElementTree

LARGEST = 1.5e6
bad = 0


def complain(file, what):
    global bad
    bad = 1
    print(f"{os.path.basename(file)}: {what}")


LOADING = re.compile(r"https?:|url\((?!#)|@import|fetch\(|XMLHttp|import\(")
# Elements and attributes that load or run something.
FOREIGN = {"script", "style", "link", "base", "img", "image", "use", "iframe", "object", "embed", "form", "audio", "video"}
RUNNING = re.compile(r"on[a-z]+|src|srcset|action|formaction|data|poster|background")


def parse(file):
    """The page as XML, which it is but for its script and its style sheet."""
    text = open(file, encoding="utf-8").read()
    own = re.compile(r"<(script|style)>(.*?)</\1>", flags=re.S)
    if [tag for tag, _ in own.findall(text)] != ["style", "script"]:
        complain(file, "has another script or style than its own")
    for _, words in own.findall(text):
        if LOADING.search(words):
            complain(file, f"may load '{LOADING.search(words)[0]}'")
    bare = own.sub("", text)
    try:
        return ElementTree.fromstring(bare.replace("<!DOCTYPE html>\n", ""))
    except ElementTree.ParseError as error:
        complain(file, f"is not well-formed: {error}")
    return None


def look_at_loads(file, page):
    for element in page.iter():
        if element.tag in FOREIGN:
            complain(file, f"has an element {element.tag}")
        for name, value in element.attrib.items():
            if RUNNING.fullmatch(name) or (name in ("style", "fill") and LOADING.search(value)):
                complain(file, f"has {name}='{value}'")


def look_at_links(file, page):
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    for name in {i for i in ids if ids.count(i) > 1}:
        complain(file, f"has the id {name} twice")
    for element in page.iter():
        for attribute in "aria-labelledby", "aria-describedby":
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    complain(file, f"{attribute} names {name}, which is not there")
        for reference in re.findall(r"#([\w-]+)\)", element.get("fill") or ""):
            if reference not in ids:
                complain(file, f"is filled with {reference}, which is not there")
    for link in page.iter("a"):
        if not link.get("href").startswith("#") or link.get("href")[1:] not in ids:
            complain(file, f"links to {link.get('href')}")


def look_at_tables(file, page):
    for table in page.iter("table"):
        caption = table.find("caption")
        name = "".join(caption.itertext()) if caption is not None else ""
        if not name:
            complain(file, "has a table without a caption")
        columns = table.findall("thead/tr/th")
        if not columns or any(c.get("scope") != "col" for c in columns):
            complain(file, f"{name}: headings without their scope")
        for row in table.findall("tbody/tr") + table.findall("tfoot/tr"):
            if len(row) != len(columns) or row[0].get("scope") != "row":
                complain(file, f"{name}: a row that is not like its heading")


def look_at_words(file, page):
    language = re.search(r"\bja\b", os.path.basename(file))
    if page.get("lang") != ("ja" if language else "en"):
        complain(file, "says another language")
    levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", e.tag)]
    if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in zip(levels, levels[1:])):
        complain(file, f"has headings of levels {levels}")
    for drawing in page.iter("svg"):
        if drawing.get("aria-hidden") != "true" and (
                drawing.get("role") != "img" or not drawing.findtext("title") or not drawing.findtext("desc")):
            complain(file, "has a drawing without words")
    if re.search(r"\{\d\}|\b(nan|inf)\b", "".join(page.find("body").itertext())):
        complain(file, "has a place that nothing fills")


for file in sys.argv[1:]:
    if os.path.getsize(file) > LARGEST:
        complain(file, f"has {os.path.getsize(file)} bytes")
    page = parse(file)
    if page is not None:
        look_at_loads(file, page)
        look_at_links(file, page)
        look_at_tables(file, page)
        look_at_words(file, page)
sys.exit(bad)
