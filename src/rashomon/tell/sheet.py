"""A sheet: lines of plain text of one width, with headings, paragraphs and columns."""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.tell.shown import line

#: The least room for each column of words beside a picture (terminal cells).
_BESIDE = 18


class Sheet:
    """Collects what is written to it; `text` gives the lines.

    Widths are counted in terminal cells, so that wide characters line up. Nothing of the
    terminal that runs the program plays a part: same words, same width, same lines. All words pass
    through `line`, so that nothing in a report can act on the terminal.
    """

    def __init__(self, width: int, color: bool) -> None:
        self._lines = io.StringIO()
        self._console = Console(
            file=self._lines,
            width=max(width, 40),
            color_system="standard" if color else None,
            force_terminal=color,
            legacy_windows=False,
            emoji=False,
            markup=False,
            highlight=False,
            _environ={},
        )

    def title(self, words: str) -> None:
        """A title, with space above it where it is not the first."""
        if self._lines.tell():
            self._write(Text())
        self._write(Text(line(words), style="bold"))

    def heading(self, words: str) -> None:
        """The heading of a section."""
        self._write(Text())
        self._write(Text(line(words), style="bold cyan"))

    def paragraph(self, words: str, *, indent: int = 2, style: str = "") -> None:
        """Words that wrap; later lines are set in by two more columns where they follow a dash."""
        self._write(Padding(Text(line(words), style=style), (0, 0, 0, indent)))

    def item(self, words: str, *, indent: int = 2, mark: str = "-") -> None:
        """An item of a list, its lines set in behind its mark."""
        grid = Table.grid(padding=(0, 1))
        grid.add_row(Text(mark), Text(line(words)))
        self._write(Padding(grid, (0, 0, 0, indent)))

    def columns(self, rows: Iterable[Sequence[str]], heads: Sequence[str] = ()) -> None:
        """Rows in columns, with heads where they are given."""
        table = Table(box=None, show_header=bool(heads), padding=(0, 2, 0, 0), pad_edge=False)
        kept = [tuple(row) for row in rows]
        for head in heads or ("",) * max(map(len, kept), default=0):
            table.add_column(Text(head, style="italic"), overflow="fold")
        for row in kept:
            table.add_row(*(Text(line(cell)) for cell in row))
        self._write(Padding(table, (0, 0, 0, 2)))

    def picture(self, rows: Iterable[Sequence[str]], *, indent: int = 2) -> bool:
        """Rows that begin with signs, which are never cut; False where they have no room."""
        kept = [tuple(row) for row in rows]
        widest = max((len(row[0]) for row in kept), default=0)
        beside = _BESIDE * max((len(row) - 1 for row in kept), default=0)
        if not kept or self._console.width < widest + indent + beside:
            return False
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(no_wrap=True, min_width=widest)
        for _ in kept[0][1:]:
            table.add_column(overflow="fold")
        for row in kept:
            table.add_row(*(Text(line(cell)) for cell in row))
        self._write(Padding(table, (0, 0, 0, indent)))
        return True

    def more(self, hidden: int) -> None:
        """Says how much a section leaves out, where it leaves anything out."""
        if hidden > 0:
            self.paragraph(f"(+{hidden} more)", style="dim")

    def text(self) -> str:
        """All lines, without spaces at their ends, and a final newline."""
        lines = (each.rstrip() for each in self._lines.getvalue().split("\n"))
        return "\n".join(lines).rstrip("\n") + "\n"

    def _write(self, thing: RenderableType) -> None:
        self._console.print(thing)
