#!/usr/bin/python3
"""messages.py SOURCE: every text that the program says has a translation, and every
translation a text.

Looked for are literals in _(…), formats of ore_error, ore_warn, ore_note and
ore_model_row_limit, what keys,
tables, commands, goals, measures and instruments say of themselves, and the comments of the
rounds that `init` writes."""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
literal = r'(?:"(?:[^"\\]|\\.)*"\s*)+'


def text_of(literals):
    """The value of adjacent literals, escapes as they are written."""
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def arguments(code, at):
    """The text between the parenthesis that ends before `at` and its partner."""
    depth, end, quoted = 1, at, False
    while depth:
        c = code[end]
        if quoted:
            end += c == "\\"
            quoted = c != '"'
        elif c == '"':
            quoted = True
        else:
            depth += (c == "(") - (c == ")")
        end += 1
    return code[at:end - 1]


def formats(code):
    """The literals of each diagnostic that are formats, not arguments of one."""
    for match in re.finditer(r"\bore_(?:error|warn|note)\(", code):
        call = arguments(code, match.end())
        place = re.match(r"(?:[^,()]|\([^()]*(?:\([^()]*\)[^()]*)*\))*,"
                         r"(?:[^,(){}]|\([^()]*(?:\([^()]*\)[^()]*)*\)|\{[^{}]*\})*,\s*", call)
        if place:
            rest = re.match(r"[^,]*?" + literal + r"(?:\s*:\s*" + literal + ")?", call[place.end():])
            for part in re.findall(literal, rest.group(0)) if rest else ():
                yield text_of(part)


def said():
    for folder in ("optimizer", "models"):
        for path in sorted((source / folder).rglob("*.c")):
            code = path.read_text()
            where = path.relative_to(source)
            for match in re.finditer(r"\b_\((" + literal + r")\)", code):
                yield where, text_of(match.group(1))
            for text in formats(code):
                yield where, text
            for match in re.finditer(r"ore_model_row_limit\(", code):
                if folder == "models":
                    call = arguments(code, match.end())
                    for part in re.findall(literal, call):
                        if "`" in part or "%" in part:
                            yield where, text_of(part)
            for match in re.finditer(
                    r'ORE_FIELD\w*\(\s*"\w+",\s*\w+,\s*[^"]*?,\s*(' + literal + ")", code):
                yield where, text_of(match.group(1))
            if folder == "models" and path.parent.name in ("goals", "instruments", "measures") \
                    or path.name.startswith("cmd_"):
                for match in re.finditer(r"\.summary\s*=\s*(" + literal + ")", code):
                    yield where, text_of(match.group(1))
    for path in sorted((source / "inputs").glob("*/round.ini")):
        for line in path.read_text().splitlines():
            if ";" in line:
                comment = line.split(";", 1)[1]
                yield path.relative_to(source), comment.removeprefix(" ").replace('"', '\\"')


def catalogue():
    for path in sorted((source / "optimizer/base/messages").glob("*.def")):
        for match in re.finditer(r"ORE_MESSAGE\((" + literal + r"),\s*(" + literal + r")\)",
                                 path.read_text()):
            yield path.relative_to(source), text_of(match.group(1))


known, texts, bad = {}, {}, 0
for where, text in catalogue():
    if text in known:
        print(f"{where}: twice: {text}")
        bad += 1
    known[text] = where
everything = "\n".join(path.read_text() for folder in ("optimizer", "models")
                       for path in (source / folder).rglob("*.[ch]"))
joined = re.sub(r'"\s*\n\s*"', "", everything)
for where, text in said():
    if re.search(r"[A-Za-z]{2}", re.sub(r"%[-+ #0-9.*]*(?:l|ll|z)?[a-zA-Z]", "", text)) \
            and text not in known and text not in texts:
        print(f"{where}: no translation: {text}")
        bad += 1
    texts[text] = where
for text, where in known.items():
    if text not in texts and f'"{text}"' not in joined:
        print(f"{where}: nobody says: {text}")
        bad += 1
print(f"{len(known)} translations, {bad} mistakes")
sys.exit(bad > 0)
