"""Two hundred chats that ask five questions each at once: every one answered, in order, and no refusal left at that."""

import pytest

from benchmarks.bot_load import crowd
from retrieval.engine import Engine
from tests.bot.telegram.engines import Remembering


@pytest.mark.asyncio
async def test_crowd_is_answered_whole_and_in_order(engine: Engine) -> None:
    load = await crowd(Remembering(engine), n_chats=200, n_questions=5)
    assert (load.n_asked, len(load.seconds)) == (1000, 1000)
    assert (load.n_out_of_order, load.n_unhandled) == (0, 0)
