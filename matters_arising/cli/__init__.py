"""The `matters` command. A command parses, calls one function of the library, and prints.

Whatever takes time to load is imported inside the commands, so that help is instant.
"""

from matters_arising.cli.command.actions import actions
from matters_arising.cli.command.add import add
from matters_arising.cli.command.ask import ask
from matters_arising.cli.command.compare import compare
from matters_arising.cli.command.decisions import decisions
from matters_arising.cli.command.doctor import doctor
from matters_arising.cli.command.evaluate import evaluate
from matters_arising.cli.command.export import export
from matters_arising.cli.command.history import history
from matters_arising.cli.command.measures import measures
from matters_arising.cli.command.papers import papers
from matters_arising.cli.command.plan import plan
from matters_arising.cli.command.remove import remove
from matters_arising.cli.command.search import search
from matters_arising.cli.command.show import show
from matters_arising.cli.group import cli

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
