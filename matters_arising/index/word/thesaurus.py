"""Words that say the same: what is asked in everyday words is printed in a committee's own.

Groups are narrow on purpose. Words that only belong together, as "audit" and "review" do, are
told apart: an answer about the one is none about the other.
"""

from collections.abc import Mapping

from matters_arising.index.word.term import stem

_GROUPS = (
    "shut shuts shutting close closed closing closure",
    "buy buys buying bought purchase purchased procure procured acquire acquired",
    "pick picked choose chose chosen select selected elect elected appoint appointed",
    "ring phone telephone contact",
    "send sends sent sending circulate circulated distribute distributed",
    "pull pulled withdraw withdrawn withdrew",
    "thrown threw throw reject rejected refuse refused decline declined",
    "scrap scrapped abolish abolished discontinue discontinued",
    "slip slipped delay delayed postpone postponed defer deferred",
    "hire hired recruit recruited appoint appointed",
    "sack sacked dismiss dismissed dismissal",
    "quit resign resigned resignation",
    "spot spotted notice noticed identify identified",
    "away absent absence",
    "hand handed delegate delegated transfer transferred",
    "cash money funding funds",
    "lorry lorries truck trucks vehicle vehicles",
    "car cars vehicle vehicles",
    "taxi taxis hackney",
    "bin bins refuse waste rubbish",
    "rubbish litter waste refuse",
    "tip landfill",
    "fix fixed mend mended repair repaired repairs",
    "cut cuts reduce reduced reduction",
    "rise rose risen grow grew increase increased",
    "drop dropped fall fell decrease decreased reduced",
    "merge merged merger join joined",
    "job jobs post posts vacancy vacancies",
    "begin began start started commence commenced launch launched",
    "finish finished end ended complete completed conclude concluded",
    "elderly older",
    "doctor doctors gp gps",
    "row quarrel dispute disputes",
    "firm firms company companies contractor contractors supplier suppliers",
    "tenant tenants occupier occupiers lessee",
    "fell felled felling removed",
    "grade grades graded rating rated judgement judged",
    "score scores scoring evaluation",
    "price prices cost costs fee fees charge charges",
    "worth value valued",
    "wage wages pay salary salaries",
    "worker workers employee employees staff",
    "ill illness sick sickness",
    "youngsters teenagers young",
    "mum mums mother mothers maternal",
    "dad dads father fathers",
    "pupil pupils student students",
    "trip trips visit visits",
    "talk talked talks discuss discussed discussion",
    "worry worried worries concern concerned concerns",
    "wrong mistake mistakes error errors",
    "problem problems issue issues difficulty difficulties",
    "hard harder difficult difficulty",
    "short brief",
    "border boundary boundaries",
    "locals neighbours residents",
    "shops shopkeepers traders retailers",
    "pub pubs premises",
    "toilet toilets lavatories conveniences",
    "bike bikes bicycle bicycles cycle cycling",
    "lights lighting lamps",
    "laptop laptops tablets devices",
    "rent rented let lease leased",
    "package packages software",
    "promise promised promises agree agreed undertook undertaken pledged",
    "paid funded financed",
    "chair chaired chairing chairman chairwoman chairperson",
)


def _by_stem() -> Mapping[str, frozenset[str]]:
    """Each stem with the words of the groups it is in, but for its own forms."""
    found: dict[str, frozenset[str]] = {}
    for group in _GROUPS:
        words = group.split()
        for one in {stem(word) for word in words}:
            others = frozenset(word for word in words if stem(word) != one)
            found[one] = found.get(one, frozenset()) | others
    return found


_ALIKE = _by_stem()


def words_alike(word: str) -> tuple[str, ...]:
    """Words that say the same as one in small letters, in alphabetical order; none for most."""
    return tuple(sorted(_ALIKE.get(stem(word), ())))
