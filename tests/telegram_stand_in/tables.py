"""What Telegram accepts, written down: methods and objects, their fields, which are required and of what type.

One field a word, `name:type`, with `!` where it is required. Types: int, str, bool, chat (a number or @username),
file (an upload or a string), InputMedia (an object that holds a file), object (a dictionary that isn't looked into),
any object named below, `[type]` for a list. From the Bot API 10.1; a test compares these tables with its
machine-readable description where that is at hand.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter of a method or one field of an object."""

    name: str
    type: str
    required: bool


def fields(words: str) -> dict[str, Field]:
    """Return the fields that `words` describe, by name.

    >>> fields("chat_id!:chat text:str")["chat_id"]
    Field(name='chat_id', type='chat', required=True)
    """
    table = {}
    for word in words.split():
        name, kind = word.split(":")
        table[name.rstrip("!")] = Field(name.rstrip("!"), kind, name.endswith("!"))
    return table


def words(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


_TO = "business_connection_id:str chat_id!:chat message_thread_id:int"
_DIRECT = "direct_messages_topic_id:int suggested_post_parameters:object"
_HOW = (
    "disable_notification:bool protect_content:bool allow_paid_broadcast:bool message_effect_id:str"
    " reply_parameters:ReplyParameters reply_markup:ReplyMarkup"
)
_CAPTION = "caption:str parse_mode:str caption_entities:[MessageEntity]"
_WHICH = "business_connection_id:str chat_id:chat message_id:int inline_message_id:str"

# The methods that the stand-in plays.
METHODS = {
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:[str]",
    "setWebhook": "url!:str certificate:file ip_address:str max_connections:int allowed_updates:[str]"
    " drop_pending_updates:bool secret_token:str",
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "getMe": "",
    "logOut": "",
    "close": "",
    "sendMessage": f"{_TO} {_DIRECT} text!:str parse_mode:str entities:[MessageEntity]"
    f" link_preview_options:LinkPreviewOptions {_HOW}",
    "sendPhoto": f"{_TO} {_DIRECT} photo!:file {_CAPTION} show_caption_above_media:bool has_spoiler:bool {_HOW}",
    "sendDocument": f"{_TO} {_DIRECT} document!:file thumbnail:file {_CAPTION} disable_content_type_detection:bool"
    f" {_HOW}",
    "sendPoll": f"{_TO} question!:str question_parse_mode:str question_entities:[MessageEntity]"
    " options!:[InputPollOption] is_anonymous:bool type:str allows_multiple_answers:bool allows_revoting:bool"
    " shuffle_options:bool allow_adding_options:bool hide_results_until_closes:bool members_only:bool"
    " country_codes:[str] correct_option_ids:[int] explanation:str explanation_parse_mode:str"
    " explanation_entities:[MessageEntity] explanation_media:object open_period:int close_date:int is_closed:bool"
    f" description:str description_parse_mode:str description_entities:[MessageEntity] media:object {_HOW}",
    "sendChatAction": f"{_TO} action!:str",
    "editMessageText": f"{_WHICH} text:str parse_mode:str entities:[MessageEntity]"
    " link_preview_options:LinkPreviewOptions rich_message:object reply_markup:InlineKeyboardMarkup",
    "editMessageMedia": f"{_WHICH} media!:InputMedia reply_markup:InlineKeyboardMarkup",
    "editMessageReplyMarkup": f"{_WHICH} reply_markup:InlineKeyboardMarkup",
    "deleteMessage": "chat_id!:chat message_id!:int",
    "answerCallbackQuery": "callback_query_id!:str text:str show_alert:bool url:str cache_time:int",
    "answerInlineQuery": "inline_query_id!:str results!:[InlineQueryResult] cache_time:int is_personal:bool"
    " next_offset:str button:InlineQueryResultsButton",
    "answerGuestQuery": "guest_query_id!:str result!:InlineQueryResult",
    "getFile": "file_id!:str",
    "setMyCommands": "commands!:[BotCommand] scope:BotCommandScope language_code:str",
    "getMyCommands": "scope:BotCommandScope language_code:str",
    "deleteMyCommands": "scope:BotCommandScope language_code:str",
    "setMyName": "name:str language_code:str",
    "getMyName": "language_code:str",
    "setMyDescription": "description:str language_code:str",
    "getMyDescription": "language_code:str",
    "setMyShortDescription": "short_description:str language_code:str",
    "getMyShortDescription": "language_code:str",
    "getChat": "chat_id!:chat",
    "getChatMember": "chat_id!:chat user_id!:int",
    "getChatAdministrators": "chat_id!:chat return_bots:bool",
    "getChatMemberCount": "chat_id!:chat",
    "leaveChat": "chat_id!:chat",
}

# What Bot API 10.2 and 10.3 added of messages that one member alone sees; `METHODS` and `OBJECTS` are those of 10.1.
_ALONE = "chat_id!:chat receiver_user_id!:int ephemeral_message_id!:int"
EPHEMERAL_METHODS = {
    "editEphemeralMessageText": f"{_ALONE} text!:str parse_mode:str entities:[MessageEntity]"
    " link_preview_options:LinkPreviewOptions reply_markup:InlineKeyboardMarkup",
    "editEphemeralMessageMedia": f"{_ALONE} media!:InputMedia reply_markup:InlineKeyboardMarkup",
    "deleteEphemeralMessage": _ALONE,
}
_SENDING_EPHEMERALLY = ("sendMessage", "sendPhoto", "sendDocument")
_RECEIVERS = {
    (10, 1): "",
    (10, 2): "receiver_user_id:int callback_query_id:str",
    (10, 3): "ephemeral_message_parameters:EphemeralMessageParameters",
}
NEWEST = (10, 3)
# An older server passes over them in silence, and no bot can know how old a server is.
NEWER_PARAMETERS = ("receiver_user_id", "ephemeral_message_parameters")


def parameters_of(method: str, version: tuple[int, int]) -> dict[str, Field] | None:
    """Return what a method takes on a server of this version; None where it doesn't know or play the method."""
    if method in EPHEMERAL_METHODS:
        return fields(EPHEMERAL_METHODS[method]) if version >= (10, 2) else None
    if method not in METHODS:
        return None
    return fields(f"{METHODS[method]} {_RECEIVERS[version] if method in _SENDING_EPHEMERALLY else ''}")


def fields_of(kind: str, version: tuple[int, int]) -> dict[str, Field] | None:
    """Return the fields of an object on a server of this version; None where the object isn't looked into."""
    if kind == "ReplyParameters" and version >= (10, 2):
        return fields(f"{OBJECTS[kind].replace('message_id!', 'message_id')} ephemeral_message_id:int")
    if kind == "EphemeralMessageParameters":
        return fields("receiver_user_id!:int callback_query_id:str replace_callback_query_message:bool")
    return fields(OBJECTS[kind]) if kind in OBJECTS else None


# The objects that come inside parameters. Unions are told apart in `decode`.
OBJECTS = {
    "MessageEntity": "type!:str offset!:int length!:int url:str user:object language:str custom_emoji_id:str"
    " unix_time:int date_time_format:str",
    "LinkPreviewOptions": "is_disabled:bool url:str prefer_small_media:bool prefer_large_media:bool"
    " show_above_text:bool",
    "ReplyParameters": "message_id!:int chat_id:chat allow_sending_without_reply:bool quote:str quote_parse_mode:str"
    " quote_entities:[MessageEntity] quote_position:int checklist_task_id:int poll_option_id:str",
    "InlineKeyboardMarkup": "inline_keyboard!:[[InlineKeyboardButton]]",
    "InlineKeyboardButton": "text!:str icon_custom_emoji_id:str style:str url:str callback_data:str web_app:object"
    " login_url:object switch_inline_query:str switch_inline_query_current_chat:str"
    " switch_inline_query_chosen_chat:object copy_text:CopyTextButton callback_game:object pay:bool",
    "CopyTextButton": "text!:str",
    "ReplyKeyboardMarkup": "keyboard!:[[KeyboardButton]] is_persistent:bool resize_keyboard:bool one_time_keyboard:bool"
    " input_field_placeholder:str selective:bool",
    "KeyboardButton": "text!:str icon_custom_emoji_id:str style:str request_users:object request_chat:object"
    " request_managed_bot:object request_contact:bool request_location:bool request_poll:object web_app:object",
    "ReplyKeyboardRemove": "remove_keyboard!:bool selective:bool",
    "ForceReply": "force_reply!:bool input_field_placeholder:str selective:bool",
    "InputPollOption": "text!:str text_parse_mode:str text_entities:[MessageEntity] media:object",
    "BotCommand": "command!:str description!:str",
    "BotCommandScopeDefault": "type!:str",
    "BotCommandScopeAllPrivateChats": "type!:str",
    "BotCommandScopeAllGroupChats": "type!:str",
    "BotCommandScopeAllChatAdministrators": "type!:str",
    "BotCommandScopeChat": "type!:str chat_id!:chat",
    "BotCommandScopeChatAdministrators": "type!:str chat_id!:chat",
    "BotCommandScopeChatMember": "type!:str chat_id!:chat user_id!:int",
    "InlineQueryResultArticle": "type!:str id!:str title!:str input_message_content!:InputMessageContent"
    " reply_markup:InlineKeyboardMarkup url:str description:str thumbnail_url:str thumbnail_width:int"
    " thumbnail_height:int",
    "InputTextMessageContent": "message_text!:str parse_mode:str entities:[MessageEntity]"
    " link_preview_options:LinkPreviewOptions",
    "InlineQueryResultsButton": "text!:str web_app:object start_parameter:str",
}

# What a button does: exactly one of these.
BUTTON_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)

INLINE_RESULT_TYPES = words(
    "article photo gif mpeg4_gif video audio voice document location venue contact game sticker"
)

# What an Update can hold; the first three below come only where allowed_updates names them.
OPTIONAL_UPDATES = ("chat_member", "message_reaction", "message_reaction_count")
UPDATE_TYPES = words(
    """message edited_message channel_post edited_channel_post business_connection business_message
    edited_business_message deleted_business_messages guest_message message_reaction message_reaction_count
    inline_query chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll
    poll_answer my_chat_member chat_member chat_join_request chat_boost removed_chat_boost managed_bot"""
)

# Bot API 10.1 has them, the stand-in doesn't: a bot that calls one meets an error and a violation.
OTHER_METHODS = words(
    """addStickerToSet answerChatJoinRequestQuery answerPreCheckoutQuery answerShippingQuery
    answerWebAppQuery approveChatJoinRequest approveSuggestedPost banChatMember banChatSenderChat closeForumTopic
    closeGeneralForumTopic convertGiftToStars copyMessage copyMessages createChatInviteLink
    createChatSubscriptionInviteLink createForumTopic createInvoiceLink createNewStickerSet declineChatJoinRequest
    declineSuggestedPost deleteAllMessageReactions deleteBusinessMessages deleteChatPhoto deleteChatStickerSet
    deleteForumTopic deleteMessageReaction deleteMessages deleteStickerFromSet deleteStickerSet deleteStory
    editChatInviteLink editChatSubscriptionInviteLink editForumTopic editGeneralForumTopic editMessageCaption
    editMessageChecklist editMessageLiveLocation editStory editUserStarSubscription
    exportChatInviteLink forwardMessage forwardMessages getAvailableGifts getBusinessAccountGifts
    getBusinessAccountStarBalance getBusinessConnection getChatGifts getChatMenuButton getCustomEmojiStickers
    getForumTopicIconStickers getGameHighScores getManagedBotAccessSettings getManagedBotToken
    getMyDefaultAdministratorRights getMyStarBalance getStarTransactions getStickerSet getUserChatBoosts getUserGifts
    getUserPersonalChatMessages getUserProfileAudios getUserProfilePhotos giftPremiumSubscription
    hideGeneralForumTopic pinChatMessage postStory promoteChatMember readBusinessMessage refundStarPayment
    removeBusinessAccountProfilePhoto removeChatVerification removeMyProfilePhoto removeUserVerification
    reopenForumTopic reopenGeneralForumTopic replaceManagedBotToken replaceStickerInSet repostStory
    restrictChatMember revokeChatInviteLink savePreparedInlineMessage savePreparedKeyboardButton sendAnimation
    sendAudio sendChatJoinRequestWebApp sendChecklist sendContact sendDice sendGame sendGift sendInvoice
    sendLivePhoto sendLocation sendMediaGroup sendMessageDraft sendPaidMedia sendRichMessage sendRichMessageDraft
    sendSticker sendVenue sendVideo sendVideoNote sendVoice setBusinessAccountBio setBusinessAccountGiftSettings
    setBusinessAccountName setBusinessAccountProfilePhoto setBusinessAccountUsername setChatAdministratorCustomTitle
    setChatDescription setChatMemberTag setChatMenuButton setChatPermissions setChatPhoto setChatStickerSet
    setChatTitle setCustomEmojiStickerSetThumbnail setGameScore setManagedBotAccessSettings setMessageReaction
    setMyDefaultAdministratorRights setMyProfilePhoto setPassportDataErrors setStickerEmojiList setStickerKeywords
    setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail setStickerSetTitle setUserEmojiStatus
    stopMessageLiveLocation stopPoll transferBusinessAccountStars transferGift unbanChatMember unbanChatSenderChat
    unhideGeneralForumTopic unpinAllChatMessages unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages
    unpinChatMessage upgradeGift uploadStickerFile verifyChat verifyUser"""
)
