"""The `matters` command. A command parses, calls one function of the library, and prints.

Whatever takes time to load is imported inside the commands, so that help is instant.
"""

from matters_arising.cli.care import doctor, evaluate
from matters_arising.cli.export import export
from matters_arising.cli.group import cli
from matters_arising.cli.hit import search
from matters_arising.cli.intake import add
from matters_arising.cli.paper import papers, remove, show
from matters_arising.cli.plan import plan
from matters_arising.cli.question import ask
from matters_arising.cli.register import actions, decisions, measures
from matters_arising.cli.thread import compare, history

__all__ = ["cli"]

_IN_ORDER = (
    add,
    papers,
    show,
    remove,
    ask,
    search,
    actions,
    history,
    compare,
    plan,
    measures,
    decisions,
    export,
    evaluate,
    doctor,
)

for _command in _IN_ORDER:
    cli.add_command(_command)
