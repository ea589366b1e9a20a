"""``visitextract new-rule``: from a marked sentence to a rule in its file, and a test of it through the whole program.

Works on a checkout of the project. The new rule stands behind the one that it is like, in the same tuple and with the same
``value``, so that the stage that reads those rules reads it too. The pattern is a draft: the marked words themselves.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import click
import regex

from visitextract.cli.output import Folder, put
from visitextract.patterns import lazily
from visitextract.rules import CATALOGUE
from visitextract.rules.chunk import ChunkRule
from visitextract.rules.rule import No, Rule, Yes, check, expectation

_ID = lazily(r"[a-z]+(?:\.[a-z][a-z_]*)+")
_TEST = '''"""{id} through the whole program: its sentence leads to a record, and the rule is named as a reason."""

from __future__ import annotations

from visitextract.explain import explain


def test_the_sentence_leads_to_a_record_by_this_rule() -> None:
    told = explain({sentence}, published="2024-05-04")
    accounts = (told.article, *told.times, *told.persons, *told.organizations, *told.meetings, *told.visits, *told.statements)
    rules = {{reason.rule for account in accounts for reason in account.reasons}} | {{line.rule for line in told.page}}
    assert "{id}" in rules
'''


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a rule stands in the checkout: its file, constant and last line, the lines of its tuple, all names of the file."""

    file: Path
    constant: str
    end: int
    listed: tuple[int, int] | None
    names: frozenset[str]


@click.command(name="new-rule")
@click.argument("id")
@click.argument("sentences", nargs=-1, required=True, metavar="SENTENCE...")
@click.option("--like", required=True, metavar="ID", help="The rule behind which it is put, and whose value it takes.")
@click.option("--means", required=True, help="What a hit means, in one sentence.")
@click.option("--no", "misses", type=(str, str), multiple=True, metavar="SENTENCE WHY", help="A near miss and why it is one.")
@click.option(
    "--tree",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="The checkout of visitextract to write into.",
)
def new_rule_command(
    id: str, sentences: tuple[str, ...], like: str, means: str, misses: tuple[tuple[str, str], ...], tree: Path
) -> None:
    """Write a new rule and its test into a checkout of this project.

    SENTENCEs hold what the rule must find between brackets: '두 장관이 [cue:밀담]을 나눴다.' says that its group cue is 밀담. Two
    sentences and two near misses are the least. The pattern is a draft of the marked words: open the file and make it general.

    \b
    Examples:
      visitextract new-rule meeting.cue.secret --like meeting.cue.noun --means 'a secret meeting' \\
        '홍길동 장관은 3일 김민수 대표와 [cue:밀담]을 나눴다.' '두 사람의 [cue:밀담]이 알려졌다.' \\
        --no '홍길동 장관은 밀담꾼으로 불린다.' 'another word' --no '두 장관이 회담했다.' 'another noun'
    """
    model = _rule(like)
    if not _ID.fullmatch(id) or any(rule.id == id for rule in CATALOGUE):
        raise click.UsageError(f"{id}: a new id of small letters and dots is needed, such as meeting.cue.secret")
    rule = _draft(id, sentences, means, misses, model)
    home = _home(model, tree)
    name = id.rpartition(".")[2].upper()
    if name in home.names:
        raise click.UsageError(f"{home.file} has a {name} already: choose another last word for the id")
    _write(home.file, _with_rule(home, name, rule))
    test = tree / "tests" / "rules" / f"test_{id.replace('.', '_')}.py"
    _write(test, _TEST.format(id=id, sentence=_quoted(expectation(sentences[0])[0])))
    put(f"wrote {home.file.relative_to(tree)}: {name}, behind {home.constant}\nwrote {test.relative_to(tree)}\n")
    if home.listed is None:
        put(f"{home.constant} stands in no tuple: its stage runs it by name, and has to be told of {name}\n")
    put("".join(f"to mend: {problem}\n" for problem in check(rule)))
    put(f"next: pytest tests/rules tests/test_rules.py -k '{id} or {test.stem}'\n")


def _rule(like: str) -> Rule:
    known = {rule.id: rule for rule in CATALOGUE}
    if like not in known:
        raise click.UsageError(f"there is no rule {like!r}; 'visitextract rules' lists them all")
    if isinstance(known[like], ChunkRule):
        raise click.UsageError(f"{like} reads word classes, not letters: such a rule is written by hand, beside it")
    return known[like]


def _draft(id: str, sentences: tuple[str, ...], means: str, misses: tuple[tuple[str, str], ...], model: Rule) -> Rule:
    """The rule that finds the marked words themselves, at the beginning of a word."""
    found: dict[str, list[str]] = {}
    for sentence in sentences:
        text, marks = expectation(sentence)
        for group, start, end in marks:
            found.setdefault(group, []).append(text[start:end])
    wanted = set(model.compiled.groupindex)
    if len(found) != 1 or not set(found) <= wanted:
        names = ", ".join(sorted(wanted))
        raise click.UsageError(f"mark the words of one group in each sentence, as [{min(wanted)}:…]; {model.id} has {names}")
    ((group, words),) = found.items()
    unique = tuple(dict.fromkeys(words))
    choices = "|".join(regex.escape(word, special_only=True) for word in sorted(unique, key=lambda word: (-len(word), word)))
    return Rule(
        id=id,
        means=means,
        needs=unique,
        pattern=f"(?<![가-힣])(?P<{group}>{choices})",
        yes=tuple(Yes(sentence) for sentence in sentences),
        no=tuple(No(text, why, model.id if model.fields(text) else "") for text, why in misses),
        value=model.value,
    )


def _home(model: Rule, tree: Path) -> _Home:
    """The file of a rule in the checkout, and its place there."""
    folder = tree / "src" / "visitextract" / "rules"
    if not folder.is_dir():
        raise click.UsageError(f"{tree}: no checkout of visitextract (there is no src/visitextract/rules); name it with --tree")
    for file in sorted(folder.rglob("*.py")):
        body = ast.parse(file.read_text(encoding="utf-8")).body
        values = {ast.unparse(node.targets[0]): node for node in body if isinstance(node, ast.Assign)}
        for constant, node in values.items():
            if isinstance(node.value, ast.Call) and _id_of(node.value) == model.id:
                return _Home(file, constant, node.end_lineno or node.lineno, _tuple_of(constant, body), frozenset(values))
    raise click.UsageError(f"{model.id} is no constant of a file in {folder}: write the new rule by hand, beside it")


def _id_of(call: ast.Call) -> str | None:
    """What a call gives as ``id``, where it is a plain string."""
    given = (word.value.value for word in call.keywords if word.arg == "id" and isinstance(word.value, ast.Constant))
    return next((value for value in given if isinstance(value, str)), None)


def _tuple_of(constant: str, body: list[ast.stmt]) -> tuple[int, int] | None:
    """The lines of the first tuple that lists a constant."""
    for node in body:
        items = node.value.elts if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Tuple) else []
        if any(isinstance(item, ast.Name) and item.id == constant for item in items):
            return node.lineno, node.end_lineno or node.lineno
    return None


def _with_rule(home: _Home, name: str, rule: Rule) -> str:
    """The file with the new rule behind the one that it is like, in its definitions and in its tuple."""
    lines = home.file.read_text(encoding="utf-8").splitlines(keepends=True)
    if home.listed:
        first, last = home.listed
        block = "".join(lines[first - 1 : last])
        pattern = regex.compile(rf"(?<=[(\s]){home.constant}(?P<rest>,\n[ ]*|,[ ]|,?(?=\)))")

        def both(hit: regex.Match[str]) -> str:
            gap = ",\n    " if "\n" in hit["rest"] else ", "
            return f"{home.constant}{gap}{name}{hit['rest']}"

        lines[first - 1 : last] = [pattern.sub(both, block, count=1)]
    lines.insert(home.end, f"\n{name} = {_source(rule)}")
    return "".join(lines)


def _source(rule: Rule) -> str:
    """A rule as it is written in a rule file."""
    value = ", ".join(f"{_quoted(key)}: {_quoted(item)}" for key, item in rule.value.items())
    lines = [
        f"id={_quoted(rule.id)},",
        f"means={_quoted(rule.means)},",
        f"needs=({', '.join(map(_quoted, rule.needs))},),",
        f"pattern={_quoted(rule.pattern, raw=True)},",
        "yes=(",
        *(f"    Yes({_quoted(yes.text)})," for yes in rule.yes),
        "),",
        "no=(",
        *(f"    {_miss(no)}," for no in rule.no),
        "),",
        *([f"value={{{value}}},"] if value else []),
    ]
    return "Rule(\n" + "".join(f"    {line}\n" for line in lines) + ")\n"


def _miss(no: No) -> str:
    owner = f", belongs_to={_quoted(no.belongs_to)}" if no.belongs_to else ""
    return f"No({_quoted(no.text)}, why={_quoted(no.why)}{owner})"


def _quoted(text: str, *, raw: bool = False) -> str:
    """A Python literal in double quotes, as the rule files write it."""
    if raw and '"' not in text:
        return f'r"{text}"'
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write(path: Path, content: str) -> None:
    Folder(path.parent).write(path.name, content)
