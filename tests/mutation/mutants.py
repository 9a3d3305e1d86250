"""Mutants of one source text, made by Cosmic Ray's operators: each is the text with one small thing changed.

Left out is what no case could ever tell apart: `==` for `is` on closed words, orderings of words that have none, odd
arithmetic, and changes inside annotations, decorators and the words of messages.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

_PLAIN = (
    "AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse", "ReplaceFalseWithTrue",
    "NumberReplacer", "ReplaceUnaryOperator_Delete_Not", "ReplaceUnaryOperator_Delete_USub",
    "ReplaceBreakWithContinue", "ReplaceContinueWithBreak", "ExceptionReplacer", "ZeroIterationForLoop",
    "ReplaceBinaryOperator_Add_Sub", "ReplaceBinaryOperator_Sub_Add", "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceBinaryOperator_BitOr_BitAnd", "ReplaceBinaryOperator_Mul_Div", "ReplaceBinaryOperator_Div_Mul",
)  # fmt: skip
_PAIRS = (("Is", "IsNot"), ("Eq", "NotEq"), *(
    (one, other) for one in ("Lt", "LtE", "Gt", "GtE") for other in ("Lt", "LtE", "Gt", "GtE", "Eq") if one != other
))  # fmt: skip
_BOTH_WAYS = ("Is", "Eq")
OPERATORS = (
    *_PLAIN,
    *(f"ReplaceComparisonOperator_{one}_{other}" for one, other in _PAIRS),
    *(f"ReplaceComparisonOperator_{other}_{one}" for one, other in _PAIRS if one in _BOTH_WAYS),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """`change` tells it apart: the line as it was and as it is, without its place."""

    source: str
    line: int
    change: str

    @property
    def was(self) -> str:
        """The line as it stands in the file."""
        return self.change.split(" => ")[0]


def mutants_of(source: str) -> list[Mutant]:
    """Every different mutant, by line. Raises nothing: a change that is no Python is none."""
    found: dict[str, Mutant] = {}
    seen = {_meaning(source)}
    for name in OPERATORS:
        for changed in _changed(source, name):
            meaning = _meaning(changed)
            if meaning is not None and meaning not in seen:
                seen.add(meaning)
                found[changed] = _mutant(source, changed)
    return sorted(found.values(), key=lambda one: (one.line, one.change))


def _changed(source: str, name: str) -> Iterator[str]:
    operator = get_operator(f"core/{name}")()
    for occurrence in count():
        changed = mutate_code(source, operator, occurrence)
        if changed is None:
            return
        yield changed


def _mutant(source: str, changed: str) -> Mutant:
    old, new = source.splitlines(), changed.splitlines()
    line = next(index for index, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    return Mutant(changed, line + 1, f"{old[line].strip()} => {new[line].strip()}")


def _meaning(source: str) -> str | None:
    """The program without what decides nothing: annotations, decorators, the kinds of parameters, and the words
    inside messages. None where it is no program."""
    try:
        return ast.dump(_Bare().visit(ast.parse(source)))
    except SyntaxError:
        return None


class _Bare(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        node.decorator_list = []
        return self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.decorator_list = []
        return self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> ast.AST:
        node.args = [*node.posonlyargs, *node.args, *node.kwonlyargs]
        node.defaults = [*node.defaults, *(one for one in node.kw_defaults if one is not None)]
        node.posonlyargs, node.kwonlyargs, node.kw_defaults = [], [], []
        return self.generic_visit(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return ast.arg(node.arg)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)

    def visit_JoinedStr(self, _node: ast.JoinedStr) -> ast.AST:
        return ast.Constant("words")
