"""Groups and forums: the bot speaks when it is spoken to, in the topic that it was spoken to in, and not otherwise."""

import pytest

from bot.telegram.handlers import presses
from bot.telegram.texts import VIETNAMESE
from tests.bot.telegram.bots import RunningBot
from tests.bot.telegram.test_asking import CHAIR, GOLD
from tests.support.bot_api import BotApi, too_many_requests
from tests.support.bot_api.people import ANONYMOUS_ADMIN

pytestmark = pytest.mark.asyncio
GROUP_ID = -1001000000001


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "text",
    [
        "/ask Ai chủ trì hội nghị?",
        "/hoi Ai chủ trì hội nghị?",
        "/hoi@hoidap_bot Ai chủ trì hội nghị?",
        "@hoidap_bot Ai chủ trì hội nghị?",
        "Ai chủ trì hội nghị, @HoiDap_bot?",
    ],
)
async def test_group_is_answered_by_command_or_mention(api: BotApi, text: str) -> None:
    binh = api.user(12, "Bình")
    reply = await api.group(GROUP_ID, "Nhóm").ask(binh, text)
    assert CHAIR in reply.marked("bold")[0]


@pytest.mark.usefixtures("bot")
async def test_group_is_answered_when_it_replies_to_the_bot(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    group = api.group(GROUP_ID, "Nhóm")
    first = await group.ask(binh, "/ask Ai chủ trì hội nghị?")
    again = await group.send(binh, "Giá vàng miếng tăng bao nhiêu?", reply_to=first)
    assert GOLD in (await group.wait_for_reply(again)).marked("bold")[0]


@pytest.mark.usefixtures("bot")
async def test_ask_in_reply_to_someone_asks_their_words(api: BotApi) -> None:
    binh, chi = api.user(12, "Bình"), api.user(13, "Chi")
    group = api.group(GROUP_ID, "Nhóm")
    words = await group.send(chi, "Ai chủ trì hội nghị?")
    asked = await group.send(binh, "/hoi", reply_to=words)
    assert CHAIR in (await group.wait_for_reply(asked)).marked("bold")[0]


async def test_talk_in_a_group_is_left_alone_even_if_the_bot_can_read_it(api: BotApi, bot: RunningBot) -> None:
    api.state.bot.privacy = False
    binh, chi = api.user(12, "Bình"), api.user(13, "Chi")
    group = api.group(GROUP_ID, "Nhóm")
    await group.join(chi)
    talk = await group.send(binh, "Ai chủ trì hội nghị?")
    await group.send(chi, "Không biết", reply_to=talk)
    await group.send(chi, "/start@other_bot")
    await group.send(chi, "/unknown")
    await group.send(chi, "@other_bot Ai chủ trì hội nghị?")
    await group.ask(binh, "/new")
    assert len(list(group.replies())) == 1
    assert bot.store.question_of(GROUP_ID, talk.id) is None


@pytest.mark.usefixtures("bot")
async def test_anonymous_administrator_of_a_group_is_answered(api: BotApi) -> None:
    group = api.group(GROUP_ID, "Nhóm")
    asked = await group.post_anonymously("/ask Ai chủ trì hội nghị?")
    assert CHAIR in (await group.wait_for_reply(asked)).marked("bold")[0]


@pytest.mark.usefixtures("bot")
async def test_forum_is_answered_in_the_topic_of_the_question(api: BotApi) -> None:
    binh = api.user(12, "Bình")
    forum = api.forum(GROUP_ID, "Diễn đàn")
    topic = forum.open_topic("Hỏi đáp", binh)
    asked = await forum.send(binh, "/ask Ai chủ trì hội nghị?", topic=topic)
    reply = await forum.wait_for_reply(asked)
    assert (reply.thread_id, reply.in_topic) == (topic, True)
    general = await forum.send(binh, "/ask Ai chủ trì hội nghị?")
    assert (await forum.wait_for_reply(general)).in_topic is False


async def test_each_topic_has_its_own_conversation(api: BotApi, bot: RunningBot) -> None:
    binh = api.user(12, "Bình")
    forum = api.forum(GROUP_ID, "Diễn đàn")
    one, other = forum.open_topic("Một", binh), forum.open_topic("Hai", binh)
    first = await forum.send(binh, "/ask Ai chủ trì hội nghị?", topic=one)
    await forum.wait_for_reply(first)
    second = await forum.send(binh, "/ask Giá vàng miếng tăng bao nhiêu?", topic=other)
    await forum.wait_for_reply(second)
    third = await forum.send(binh, "/ask Giá bạc tăng bao nhiêu?", topic=one)
    await forum.wait_for_reply(third)
    previous = [bot.store.question_of(GROUP_ID, asked.id) for asked in (first, second, third)]
    assert [question.previous.question if question and question.previous else None for question in previous] == [
        None,
        None,
        "Ai chủ trì hội nghị?",
    ]


@pytest.mark.usefixtures("bot")
async def test_topic_opened_by_the_bot_does_not_make_every_message_a_question(api: BotApi) -> None:
    api.state.bot.privacy = False
    binh = api.user(12, "Bình")
    forum = api.forum(GROUP_ID, "Diễn đàn")
    topic = forum.open_topic("Hỏi đáp", api.state.bot.user)
    await forum.send(binh, "Ai chủ trì hội nghị?", topic=topic)
    asked = await forum.send(binh, "/new", topic=topic)
    await forum.wait_for_reply(asked)
    assert len(list(forum.replies())) == 2  # the opening of the topic is the bot's own, too


@pytest.mark.usefixtures("bot")
async def test_channel_post_gets_no_answer(api: BotApi) -> None:
    an = api.user(11, "An")
    channel = api.channel(-1002000000002, "Kênh")
    await channel.send(an, "/ask Ai chủ trì hội nghị?")
    await api.private_chat(an).ask(an, "/new")
    assert list(channel.replies()) == []


async def test_language_of_a_group_is_chosen_by_its_administrators_only(api: BotApi, bot: RunningBot) -> None:
    an, binh = api.user(11, "An"), api.user(12, "Bình", "en")
    group = api.group(GROUP_ID, "Nhóm")
    group.admins.add(an.id)
    refused = await group.ask(binh, "/language en")
    assert refused.text == (
        "In a group its administrators choose the language; please ask one of them. In a private chat with me you "
        "choose your own."
    )
    assert bot.store.language(GROUP_ID) is None
    prompt = await group.ask(an, "/language")
    press = await group.press(prompt, "English", api.user(13, "Chi"))
    assert await api.answer_of(press) == (
        "Trong nhóm, quản trị viên của nhóm chọn ngôn ngữ; bạn nhờ họ đổi giúp nhé. "
        "Khi nhắn riêng với mình thì bạn tự chọn được."
    )
    assert (prompt.n_edits, bot.store.language(GROUP_ID)) == (0, None)
    await group.press(prompt, "English", an)
    await group.wait_for_edit(prompt)
    assert (prompt.text, bot.store.language(GROUP_ID)) == ("From now on I answer in English.", "en")
    assert (await api.private_chat(binh).ask(binh, "/language vi")).text == "Từ giờ mình trả lời bằng tiếng Việt."


@pytest.mark.parametrize("is_admin", [True, False])
async def test_press_is_answered_before_telegram_has_said_who_administers(
    api: BotApi, bot: RunningBot, monkeypatch: pytest.MonkeyPatch, is_admin: bool
) -> None:
    monkeypatch.setattr(presses, "_RIGHTS_SECONDS", 0.05)
    an = api.user(11, "An")
    group = api.group(GROUP_ID, "Nhóm")
    group.admins.add(an.id)
    prompt = await group.ask(an, "/language")
    api.slow("getChatAdministrators", 0.5, 1)
    press = await group.press(prompt, "English", an if is_admin else api.user(13, "Chi"))
    assert await api.answer_of(press) == VIETNAMESE.language_checking
    assert (prompt.n_edits, bot.store.language(GROUP_ID)) == (0, None)
    if is_admin:
        await group.wait_for_edit(prompt)
        assert (prompt.text, bot.store.language(GROUP_ID)) == ("From now on I answer in English.", "en")
    else:
        assert (await group.wait_for_reply(prompt)).text == VIETNAMESE.language_not_yours
        assert (prompt.n_edits, bot.store.language(GROUP_ID)) == (0, None)


async def test_language_of_a_group_is_chosen_in_its_own_name(api: BotApi, bot: RunningBot) -> None:
    group, other = api.group(GROUP_ID, "Nhóm"), api.group(-1001000000009, "Nhóm khác")
    chosen = await group.post_anonymously("/language en")
    assert (await group.wait_for_reply(chosen)).text == "From now on I answer in English."
    forged = await other.send(ANONYMOUS_ADMIN, "/language en", extra={"sender_chat": group.as_json()})
    assert (await other.wait_for_reply(forged)).text.startswith("Trong nhóm, quản trị viên của nhóm chọn ngôn ngữ")
    assert (bot.store.language(GROUP_ID), bot.store.language(other.id)) == ("en", None)


@pytest.mark.parametrize("times", [1, 2])
async def test_administrators_of_a_group_are_asked_for_again_after_a_429(
    api: BotApi, bot: RunningBot, times: int
) -> None:
    an = api.user(11, "An")
    group = api.group(GROUP_ID, "Nhóm")
    group.admins.add(an.id)
    api.fail_next("getChatAdministrators", too_many_requests(1), times)
    await group.ask(an, "/language en")
    assert bot.store.language(GROUP_ID) == ("en" if times == 1 else None)
