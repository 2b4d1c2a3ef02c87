"""The form of a method: a function of what the server knows and what the request brings, to the result in JSON."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.support.bot_api.fields import Fields
from tests.support.bot_api.state import State

Method = Callable[[State, Fields], Any | Awaitable[Any]]
