"""Groups, forums and channels: which messages reach the bot, and where its own may go."""

import pytest

from tests.bot_api.calling import refusal_of, result_of
from tests.support.bot_api import Bot, BotApi, Message

pytestmark = pytest.mark.asyncio
GROUP = -1001


def reached(api: BotApi) -> list[str]:
    """Return the texts of the messages that wait for the bot."""
    return [update.body.get("text", "") for update in api.state.updates.pending if update.kind == "message"]


async def said(api: BotApi, chat_id: int = GROUP) -> Message:
    """Return a message of the bot."""
    await result_of(api, "sendMessage", chat_id=chat_id, text="Xin chào")
    return list(api.state.chats[chat_id].replies())[-1]


async def test_privacy_mode_keeps_a_groups_talk_from_the_bot() -> None:
    async with BotApi(Bot(mentions_reach=False)) as api:
        user = api.user(1, "An")
        group = api.group(GROUP, "Nhóm")
        mine = await said(api)
        talk = await group.send(user, "Mai mưa không?")
        await group.send(user, "/ask Ai chủ trì?")
        await group.send(user, "/ask@hoidap_bot Ở đâu?")
        await group.send(user, "/ask@other_bot Khi nào?")
        await group.send(user, "@hoidap_bot Vì sao?")
        await group.send(user, "Trả lời bot", reply_to=mine)
        await group.send(user, "Trả lời nhau", reply_to=talk)
        assert reached(api) == ["/ask Ai chủ trì?", "/ask@hoidap_bot Ở đâu?", "Trả lời bot"]


@pytest.mark.parametrize(
    ("bot", "status"),
    [(Bot(privacy=False), "member"), (Bot(), "administrator")],
)
async def test_without_privacy_mode_or_as_administrator_the_bot_reads_all(bot: Bot, status: str) -> None:
    async with BotApi(bot) as api:
        group = api.group(GROUP, "Nhóm")
        group.bot_status = status
        await group.send(api.user(1, "An"), "Mai mưa không?")
        assert reached(api) == ["Mai mưa không?"]


async def test_a_mention_may_reach_the_bot() -> None:
    async with BotApi() as api:
        await api.group(GROUP, "Nhóm").send(api.user(1, "An"), "Này @Hoidap_Bot, giá vàng?")
        assert reached(api) == ["Này @Hoidap_Bot, giá vàng?"]
        entities = api.state.updates.pending[0].body["entities"]
        assert entities == [{"type": "mention", "offset": 4, "length": 11}]


async def test_a_bot_that_was_put_out_reads_and_writes_nothing() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        group = api.group(GROUP, "Nhóm")
        group.set_bot_status("kicked", user)
        await group.send(user, "/ask x")
        assert reached(api) == []
        words = await refusal_of(api, "sendMessage", chat_id=GROUP, text="x")
        assert words == "Forbidden: bot was kicked from the supergroup chat"


async def test_supergroups_count_their_own_messages() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        one, other = api.group(-1001, "Một"), api.group(-1002, "Hai")
        assert (await one.send(user, "/a")).id == (await other.send(user, "/a")).id
        assert (await api.private_chat(user).send(user, "a")).id < (
            await api.group(-3, "Ba", kind="group").send(user, "/a")
        ).id


async def test_a_reply_in_a_supergroup_has_a_thread_that_is_no_topic() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        group = api.group(GROUP, "Nhóm")
        mine = await said(api)
        reply = (await group.send(user, "Vì sao?", reply_to=mine)).as_json()
        assert (reply["message_thread_id"], "is_topic_message" in reply) == (mine.id, False)
        words = await refusal_of(api, "sendMessage", chat_id=GROUP, text="x", message_thread_id=mine.id)
        assert words == "Bad Request: message thread not found"


async def test_a_message_of_a_topic_carries_it_and_replies_to_its_beginning() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        forum = api.forum(GROUP, "Diễn đàn")
        topic = forum.open_topic("Thời tiết", user)
        message = (await forum.send(user, "/ask Mưa?", topic=topic)).as_json()
        assert (message["message_thread_id"], message["is_topic_message"]) == (topic, True)
        assert message["reply_to_message"]["forum_topic_created"]["name"] == "Thời tiết"
        general = (await forum.send(user, "/ask Mưa?")).as_json()
        assert "message_thread_id" not in general


async def test_the_bot_writes_into_topics_by_their_id_and_into_general_by_none() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        forum = api.forum(GROUP, "Diễn đàn")
        topic = forum.open_topic("Thời tiết", user)
        sent = await result_of(api, "sendMessage", chat_id=GROUP, text="x", message_thread_id=topic)
        assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
        for wrong in (1, topic + 1):
            words = await refusal_of(api, "sendMessage", chat_id=GROUP, text="x", message_thread_id=wrong)
            assert words == "Bad Request: message thread not found"
        assert "message_thread_id" not in await result_of(api, "sendMessage", chat_id=GROUP, text="x")
        forum.closed_topics.add(topic)
        words = await refusal_of(api, "sendMessage", chat_id=GROUP, text="x", message_thread_id=topic)
        assert words == "Bad Request: TOPIC_CLOSED"


async def test_typing_may_name_the_general_topic() -> None:
    async with BotApi() as api:
        api.forum(GROUP, "Diễn đàn")
        fields = {"chat_id": GROUP, "action": "typing"}
        assert await result_of(api, "sendChatAction", message_thread_id=1, **fields) is True


async def test_a_reply_goes_into_the_topic_of_its_message() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        forum = api.forum(GROUP, "Diễn đàn")
        topic = forum.open_topic("Thời tiết", user)
        question = await forum.send(user, "/ask Mưa?", topic=topic)
        other = await forum.send(user, "/ask Giá vàng?")
        await result_of(api, "sendMessage", chat_id=GROUP, text="lũ", reply_parameters={"message_id": question.id})
        assert [reply.text for reply in forum.replies(question)] == ["lũ"]
        assert list(forum.replies(other)) == []


async def test_a_channels_posts_come_as_such() -> None:
    async with BotApi() as api:
        user = api.user(1, "An")
        channel = api.channel(-1009, "Kênh")
        post = await channel.send(user, "Tin mới")
        await channel.edit(post, "Tin sửa")
        kinds = [(update.kind, "from" in update.body) for update in api.state.updates.pending]
        assert kinds == [("channel_post", False), ("edited_channel_post", False)]


async def test_an_anonymous_administrator_has_the_id_that_all_such_share() -> None:
    async with BotApi() as api:
        group = api.group(GROUP, "Nhóm")
        await group.post_anonymously("/reindex")
        body = api.state.updates.pending[0].body
        assert (body["from"]["id"], body["sender_chat"]["id"]) == (1_087_968_824, GROUP)


async def test_those_who_join_are_told_of() -> None:
    async with BotApi() as api:
        await api.group(GROUP, "Nhóm").join(api.user(1, "An"))
        assert api.state.updates.pending[0].body["new_chat_members"][0]["first_name"] == "An"
