"""Trouble on demand: refusals, slow answers and cut connections, for the next calls of a method or for all to come."""

from dataclasses import dataclass, field

from tests.support.bot_api.refusals import RefusedError


@dataclass
class Fault:
    """What goes wrong. ``n_left`` counts the calls that it still hits, None for all."""

    error: RefusedError | None = None
    delay_seconds: float = 0.0
    drop: bool = False
    after_work: bool = False
    n_left: int | None = 1


@dataclass
class Faults:
    """The faults that wait, by method; "" stands for any method but getUpdates."""

    waiting: dict[str, list[Fault]] = field(default_factory=dict)

    def add(self, method: str, fault: Fault) -> None:
        """Let a fault hit calls of a method, after those that were added before it."""
        self.waiting.setdefault(method, []).append(fault)

    def next(self, method: str) -> Fault | None:
        """Return the fault that hits a call now, and count it."""
        names = [method] if method == "getUpdates" else [method, ""]
        for name in names:
            faults = self.waiting.get(name)
            if not faults:
                continue
            fault = faults[0]
            if fault.n_left is not None:
                fault.n_left -= 1
                if fault.n_left == 0:
                    faults.pop(0)
            return fault
        return None

    def clear(self) -> None:
        """Let all go well again."""
        self.waiting.clear()
