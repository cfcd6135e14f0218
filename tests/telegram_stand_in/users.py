"""Users, and what they are in a chat."""

from dataclasses import dataclass
from typing import Any

from .tables import words

GROUP_ANONYMOUS_BOT = 1087968824
CHANNEL_BOT = 136817688
TELEGRAM = 777000
INSIDE = frozenset({"creator", "administrator", "member", "restricted"})


@dataclass(slots=True, eq=False)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = "ar"
    is_bot: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return the user as Telegram writes it in messages."""
        written = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            written["username"] = self.username
        if self.language_code and not self.is_bot:
            written["language_code"] = self.language_code
        return written


@dataclass(slots=True, eq=False)
class Member:
    """What a user is in a chat: creator, administrator, member, restricted, left or kicked."""

    user: User
    status: str = "member"
    is_anonymous: bool = False

    @property
    def is_administrator(self) -> bool:
        """Return whether this member has an administrator's rights."""
        return self.status in ("creator", "administrator")

    def as_json(self) -> dict[str, Any]:
        """Return the ChatMember as Telegram writes it."""
        written: dict[str, Any] = {"user": self.user.as_json(), "status": self.status}
        if self.is_administrator:
            written["is_anonymous"] = self.is_anonymous
        if self.status == "administrator":
            written |= dict.fromkeys(_ADMINISTRATOR_RIGHTS, True) | {"can_be_edited": False}
        if self.status == "restricted":
            written |= dict.fromkeys(_MEMBER_RIGHTS, False) | {"is_member": True}
        if self.status in ("kicked", "restricted"):
            written["until_date"] = 0
        return written


_ADMINISTRATOR_RIGHTS = words("""can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members
    can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories
    can_pin_messages can_manage_topics""")
_MEMBER_RIGHTS = words("""can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos
    can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews
    can_react_to_messages can_edit_tag can_change_info can_invite_users can_pin_messages can_manage_topics""")
