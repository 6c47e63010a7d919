"""The installed command, for tests that run it in a process of its own."""

import shutil
import sys
from pathlib import Path

MATTERS = shutil.which("matters", path=str(Path(sys.executable).parent)) or "matters"
