"""Job titles: the words that make one, and where in a run of words one begins."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.extract.phrase.lexicon import lexicon

ALONE = lexicon(
    "clerk headteacher head deputy chair chairman chairperson treasurer secretary governors all",
    "vice-chair vice-chairman caretaker librarian",
    "senco sendco sbm slt smt clt cmt dmt psw dcs ceo cfo coo rfo",
)
"""Owners complete in one word."""

ROLES = lexicon(
    "head director manager worker lead leader officer nurse practitioner teacher coordinator",
    "co-ordinator consultant champion advisor adviser chair administrator analyst assistant",
    "auditor commissioner executive engineer inspector librarian planner psychologist specialist",
    "partner supervisor technician therapist trainer visitor warden clerk headteacher treasurer",
    "secretary caretaker vice-chair vice-chairman",
    "senco sendco sbm slt smt clt cmt dmt psw dcs ceo cfo coo hos rfo",
)
MODIFY_OTHERS = lexicon("lead executive head assistant specialist")
"""Roles that may stand before another role: "Lead Practitioner", "Executive Director"."""

RANKS = lexicon(
    "interim acting deputy assistant associate executive strategic corporate joint vice",
    "divisional regional group",
)
"""Words that open a title before a role that takes "of": "Interim Director of …"."""

GRADES = lexicon("principal senior interim acting trainee")
"""Words that open a title whatever stands between them and the role."""

OPENERS = RANKS | lexicon(
    "area audit business chief community designated finance independent lead learning legal named",
    "operational operations",
    "performance personal policy practice principal programme project registered reviewing senior",
    "service site team virtual",
)
"""Words that open a title before a role that comes last: "Business Manager"."""

INNER = lexicon(
    "data delivery development improvement information insight intelligence relations social",
    "support training transformation",
)
"""Words found between an opener and its role, which open no title themselves."""

LAST_WORDS = lexicon("worker partner nurse senco sendco")
"""Roles that take no field after them: what follows is of another title."""

SETTLED = lexicon("manager officer coordinator co-ordinator adviser advisor surveyor accountant")
"""Roles that qualify no other: what names a role after them is of another title."""

BODIES = lexicon("team board partnership group committee panel forum")
TAKES_A_FIELD = lexicon("of for to")
LONGEST_MODIFIER = 5
"""Words that may stand between a line's beginning and the role that the line names."""

_WITHIN_TITLE = lexicon("of for and the in to & with")
_SCHOOL_HEAD = ["school", "head"]
_JOINERS = frozenset({"and", "&"})
_ARTICLES = lexicon("The A An Our Each This")
_TOKEN = re.compile(r"[^\s,;:()]+|[,;:()]")
_OUTER_MARKS = ".,;:()[]'\"’‘/–-"


def fold_word(word: str) -> str:
    """A word in lower case, without the marks around it."""
    return word.strip(_OUTER_MARKS).lower()


def _singular(word: str) -> str:
    folded = fold_word(word)
    return folded if folded in ROLES else folded.removesuffix("s")


def is_alone(text: str) -> bool:
    """A single word that names an owner: "Clerk"."""
    return fold_word(text) in ALONE or fold_word(text).removesuffix("s") in ALONE


def is_ambiguous(text: str) -> bool:
    """An owner in one word that is as often the end or the beginning of a longer title."""
    return fold_word(text) in RANKS | {"head", "chair"}


def is_role(words: Sequence[str], index: int) -> bool:
    """The noun of a role stands at `index`, and qualifies no other role after it."""
    role = _singular(words[index])
    if role not in ROLES or not words[index][:1].isupper():
        return False
    following = words[index + 1] if index + 1 < len(words) else ""
    return role not in MODIFY_OTHERS or _singular(following) not in ROLES


def names_role(text: str) -> bool:
    """Some word of the text is the noun of a role."""
    words = text.split()
    return any(is_role(words, index) for index in range(len(words)))


def ends_in_role(text: str) -> bool:
    """The last word is the noun of a role, so that no field is left open: "Town Clerk"."""
    words = text.split()
    return bool(words) and is_role(words, len(words) - 1)


def find_title_start(words: Sequence[str], role: int, floor: int) -> int | None:
    """Where the title with its noun at `role` begins, not before `floor`; None where unsure."""
    if role + 1 < len(words) and fold_word(words[role + 1]) in TAKES_A_FIELD:
        start = _back_over(words, role, floor, RANKS)
        if _singular(words[role]) in {"head", "director", "chair"} or start < role:
            return start
    graded = (i for i in range(max(floor, role - 3), role) if fold_word(words[i]) in GRADES)
    if (grade := next(graded, None)) is not None:
        return grade
    reach = _back_over(words, role, floor, OPENERS | INNER)
    openers = (i for i in range(reach, role) if _may_open(words, i))
    start_or_role = next(openers, role)
    if start_or_role == role and not is_alone(words[role]):
        return None
    return start_or_role


def _back_over(words: Sequence[str], role: int, floor: int, modifiers: frozenset[str]) -> int:
    """How far modifiers of a role reach back before it, pairs of them joined by "and" included."""
    start = role
    while start > floor:
        joined = start - 2 >= floor and start < role and fold_word(words[start - 1]) in _JOINERS
        step = 2 if joined else 1
        if fold_word(words[start - step]) not in modifiers:
            break
        start -= step
    return start


def _may_open(words: Sequence[str], index: int) -> bool:
    """An opener, unless it is the field of the title before: "Director of Finance"."""
    field = index > 0 and fold_word(words[index - 1]) in TAKES_A_FIELD
    return fold_word(words[index]) in OPENERS and not field


def shares_role(left: str, right: str) -> bool:
    """Whether two texts round an "and" are modifiers of one role: "Audit and Learning Officer"."""
    before, after = left.split(), right.split()
    role = next((i for i in range(len(after)) if is_role(after, i)), 0)
    modifiers = OPENERS | INNER
    return (
        _may_open(before, len(before) - 1)
        and role > 0
        and (all(fold_word(word) in modifiers for word in after[:role]))
    )


def ends_title(words: Sequence[str], role: int) -> bool:
    """Whether the role at `role` ends its title, and more than another role follows it."""
    following = words[role + 1 : role + 3]
    if len(following) < 2 or fold_word(following[0]) in TAKES_A_FIELD | _WITHIN_TITLE:
        return False
    if role > 0 and _singular(words[role]) in SETTLED and _is_short_title(following):
        return True
    heads_school = role > 0 and [fold_word(w) for w in words[role - 1 : role + 1]] == _SCHOOL_HEAD
    return _singular(words[role]) in LAST_WORDS or heads_school


def _is_short_title(words: Sequence[str]) -> bool:
    """Two words of which the second is a role that cannot do without the first."""
    return words[0][0].isupper() and is_role(words, 1) and not is_alone(words[1])


def find_titles(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each job title in running prose, known by its capitals."""
    tokens = list(_TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    after = 0
    for role in range(len(words)):
        if role < after or not is_role(words, role):
            continue
        first, floor = role, max(after, role - LONGEST_MODIFIER)
        while first > floor and _leads_on(text, tokens, first - 1):
            first -= 1
        if first < role and words[first] in _ARTICLES:
            first += 1
        after = _title_end(text, tokens, role) + 1
        if after - first > 1 or (is_alone(words[role]) and not is_ambiguous(words[role])):
            yield tokens[first].start(), tokens[after - 1].end()


def _leads_on(text: str, tokens: Sequence[re.Match[str]], index: int) -> bool:
    """A capitalised word that only a space parts from the next."""
    gap = text[tokens[index].end() : tokens[index + 1].start()]
    return tokens[index].group()[0].isupper() and gap.isspace()


def _title_end(text: str, tokens: Sequence[re.Match[str]], role: int) -> int:
    """The last word of the field that follows a role: "of Housing and Planning"."""
    last = role
    for index in range(role + 1, len(tokens)):
        word = tokens[index].group()
        if not text[tokens[index - 1].end() : tokens[index].start()].isspace():
            break
        if word[0].isupper():
            last = index
        elif word not in _WITHIN_TITLE:
            break
    return last
