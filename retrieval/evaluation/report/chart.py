"""A chart as inline SVG: axes and marks in data coordinates, a title and a description for those who cannot see it.

Colours are classes of the page's style, so that one chart serves light, dark and print.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

_WIDTH, _HEIGHT = 560, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 18, 26, 52
_TICK = 5
_LINE = 14  # height of a line of text, in px

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Axis:
    """What one axis shows: its values from low to high, which must differ, and what is written at some of them."""

    title: str
    low: float
    high: float
    ticks: Sequence[tuple[float, str]]

    def share(self, value: float) -> float:
        """Return where a value lies, 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


@dataclass(slots=True)
class Chart:
    """A chart that is being drawn; ``name`` is its id on the page. Marks lie over each other in the order drawn."""

    name: str
    title: str
    description: str
    x: Axis
    y: Axis
    _marks: list[str] = field(default_factory=list)

    def bar(self, left: float, right: float, height: float, label: str, *, style: str = "bar") -> None:
        """Draw a bar from the x axis up, with a label that shows above it (none when empty)."""
        x, y, width = self._x(left), self._y(height), self._x(right) - self._x(left)
        box = f'x="{x + 1:.1f}" y="{y:.1f}" width="{max(width - 2, 1):.1f}" height="{self._y(self.y.low) - y:.1f}"'
        self._marks.append(f'<rect class="{style}" {box}/>')
        if label:
            self._marks.append(_text(x + width / 2, y - 4, label, "middle", "value"))

    def line(self, points: Sequence[Point], *, style: str = "curve") -> None:
        """Draw a line through the points."""
        path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
        self._marks.append(f'<polyline class="{style}" points="{path}"/>')

    def point(self, at: Point, label: str = "") -> None:
        """Draw a point, with what it is written below it to the right."""
        x, y = self._x(at[0]), self._y(at[1])
        self._marks.append(f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')
        if label:
            self._marks.append(_text(x + 6, y + _LINE + 2, label, "start", "note"))

    def rule(self, value: float, label: str, row: int) -> None:
        """Draw an upright line at a value of the x axis, its label beside the given row from the top."""
        x = self._x(value)
        self._marks.append(f'<line class="rule" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}"/>')
        is_left = x > _WIDTH / 2
        place = x - 5 if is_left else x + 5
        self._marks.append(_text(place, _TOP + _LINE * (row + 1), label, "end" if is_left else "start", "note"))

    def svg(self) -> str:
        """Return the chart as an element of an HTML page."""
        opening = (
            f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="{self.name}-title {self.name}-desc">'
        )
        described = (
            f'<title id="{self.name}-title">{escape(self.title)}</title>'
            f'<desc id="{self.name}-desc">{escape(self.description)}</desc>'
        )
        return "\n".join([opening, described, *self._axes(), *self._marks, "</svg>"])

    def _axes(self) -> list[str]:
        bottom, right = _HEIGHT - _BOTTOM, _WIDTH - _RIGHT
        parts = []
        for value, label in self.y.ticks:
            y = self._y(value)
            parts.append(f'<line class="grid" x1="{_LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}"/>')
            parts.append(_text(_LEFT - 8, y + 4, label, "end", "tick"))
        for value, label in self.x.ticks:
            x = self._x(value)
            parts.append(f'<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="{bottom}" y2="{bottom + _TICK}"/>')
            parts.append(_text(x, bottom + _TICK + _LINE, label, "middle", "tick"))
        parts.append(f'<line class="axis" x1="{_LEFT}" x2="{right}" y1="{bottom}" y2="{bottom}"/>')
        parts.append(_text((_LEFT + right) / 2, _HEIGHT - 10, self.x.title, "middle", "label"))
        parts.append(_text(_LEFT - 44, _TOP - 10, self.y.title, "start", "label"))
        return parts

    def _x(self, value: float) -> float:
        return _LEFT + self.x.share(value) * (_WIDTH - _LEFT - _RIGHT)

    def _y(self, value: float) -> float:
        return _HEIGHT - _BOTTOM - self.y.share(value) * (_HEIGHT - _TOP - _BOTTOM)


def _text(x: float, y: float, text: str, anchor: str, style: str) -> str:
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
