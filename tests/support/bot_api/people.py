"""Who is on this Telegram: the users that a test plays, and the one bot that it tests."""

from dataclasses import dataclass

from tests.support.bot_api.fields import Json

DEFAULT_TOKEN = f"7000000001:{'hoidap-test-token'.upper():_<35}"


@dataclass(frozen=True)
class User:
    """A person, or the bot as others see it."""

    id: int
    first_name: str
    language_code: str = "vi"
    last_name: str = ""
    username: str = ""
    is_bot: bool = False

    def as_json(self) -> Json:
        """Return the User."""
        value: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if getattr(self, name):
                value[name] = getattr(self, name)
        return value


ANONYMOUS_ADMIN = User(1_087_968_824, "Group", "", username="GroupAnonymousBot", is_bot=True)


@dataclass
class Bot:
    """The bot under test and what its owner set for it.

    ``privacy`` keeps a group's talk from it; ``mentions_reach`` lets messages that name it through all the same, which
    Telegram does at times only.
    """

    token: str = DEFAULT_TOKEN
    name: str = "Hỏi đáp"
    username: str = "hoidap_bot"
    privacy: bool = True
    mentions_reach: bool = True
    supports_inline: bool = True
    inline_feedback: bool = False

    @property
    def id(self) -> int:
        """Return the bot's user id, which its token starts with."""
        return int(self.token.partition(":")[0])

    @property
    def user(self) -> User:
        """Return the bot as a user."""
        return User(self.id, self.name, language_code="", username=self.username, is_bot=True)

    def as_json(self) -> Json:
        """Return the User of getMe."""
        return {
            **self.user.as_json(),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.supports_inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
