"""Everything this program raises on purpose.

* MattersArisingError (exit code 1)
  * PaperUnreadable: one paper cannot be read; the rest of the batch goes on
    * NotAPdf
    * PaperEncrypted
    * PaperDamaged
    * PaperTooHard: out of time or memory
  * PapersRefused (4): some papers of a batch were not taken
  * PaperNotHeld: a name means no paper of the library
  * PaperUnclear: it could mean several
  * LibraryMissing
  * LibraryDamaged: the catalogue's file is broken, or no catalogue
  * LibraryNewer: made by a later version of this program
  * LibraryOutdated: made by an earlier one that was never released
  * LibraryBusy: another process is writing
  * LibraryUnwritable: disk full, read-only, no permission
  * ReadersFailed: the processes that read papers do not start
  * ModelMismatch: the index was made by another embedding model
  * ModelUnavailable: weights not installed, or not those we know
  * ExportRefused: would write over what is not ours
  * GoldUnreadable: nothing to score against, or not in its shape
  * NothingFound (3): nothing in the papers answers or matches

The base class itself is raised for a word of a request that means nothing: no date, no such
page. A message says what, where, and what to do next.
"""


class MattersArisingError(Exception):
    """Base class: catch this one at the edge."""

    exit_code = 1


class PaperUnreadable(MattersArisingError):
    """One paper cannot be read; the message names it and the cure."""


class NotAPdf(PaperUnreadable):
    """The file is empty or is something else under a .pdf name."""


class PaperEncrypted(PaperUnreadable):
    """The paper opens only with a password."""


class PaperDamaged(PaperUnreadable):
    """The file is truncated or broken beyond reading."""


class PaperTooHard(PaperUnreadable):
    """Reading ran past its limits of time or memory."""


class PapersRefused(MattersArisingError):
    """Some papers of a batch could not be taken; the others were."""

    exit_code = 4


class PaperNotHeld(MattersArisingError):
    """A name means no paper of the library; the message says which are near it."""


class PaperUnclear(MattersArisingError):
    """A name could mean several papers of the library; the message says which."""


class LibraryMissing(MattersArisingError):
    """No library where one was expected."""


class LibraryDamaged(MattersArisingError):
    """The catalogue's file is broken, or is no catalogue; nothing in it can be trusted."""


class LibraryNewer(MattersArisingError):
    """The library was made by a later version of this program."""


class LibraryOutdated(MattersArisingError):
    """The library's tables are of a version that no release had; its papers must be read again."""


class LibraryBusy(MattersArisingError):
    """Another process is writing to the library."""


class LibraryUnwritable(MattersArisingError):
    """The library's folder cannot be written: full, read-only or forbidden."""


class ReadersFailed(MattersArisingError):
    """The processes that read papers do not start."""


class ModelMismatch(MattersArisingError):
    """The index was made by another embedding model than the one asked for."""


class ModelUnavailable(MattersArisingError):
    """The model's weights are not installed, or are not the ones we know."""


class NothingFound(MattersArisingError):
    """Nothing in the papers answers or matches."""

    exit_code = 3


class ExportRefused(MattersArisingError):
    """An export would write over what no export wrote."""


class GoldUnreadable(MattersArisingError):
    """Gold to score against is absent, or is not in the shape of its kind."""
