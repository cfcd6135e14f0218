"""The stand-in meets a real `Application` of python-telegram-bot."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.error import ChatMigrated, Forbidden, NetworkError, RetryAfter
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, CommandHandler, ContextTypes

from telegram_stand_in import TelegramStandIn, bad_gateway, cut, flood

Bot = Application  # type: ignore[type-arg]  # its six parameters say nothing here


async def start(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("التالي", callback_data="next")]])
    await update.message.reply_html("<b>أهلا</b>", do_quote=True, reply_markup=keyboard)


async def turn(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("تم")
    await update.callback_query.edit_message_text("<i>صفحة</i>", parse_mode=ParseMode.HTML)


@pytest.fixture
async def bot(server: TelegramStandIn) -> AsyncIterator[Bot]:
    builder = ApplicationBuilder().token(server.token).base_url(f"{server.url}/bot")
    application = builder.base_file_url(f"{server.url}/file/bot").build()
    application.add_handlers([CommandHandler("start", start), CallbackQueryHandler(turn)])
    async with application:
        yield application


async def test_a_command_is_answered_and_a_button_turns_the_page(server: TelegramStandIn, bot: Bot) -> None:
    chat = server.private()
    assert bot.updater is not None
    await bot.updater.start_polling()
    await bot.start()
    asked = chat.sends("/start")
    card = await asyncio.to_thread(chat.wait_for_message)
    assert (card.text, card.words("bold"), card.reply_to_id) == ("أهلا", ["أهلا"], asked.id)
    query_id = chat.presses(card, "التالي")
    assert (await asyncio.to_thread(server.wait_for_callback_answer, query_id)).text == "تم"
    assert (await asyncio.to_thread(chat.wait_for_edit)).words("italic") == ["صفحة"]
    await bot.updater.stop()
    await bot.stop()
    assert (server.violations, server.unanswered, server.pending_updates) == ([], [], 0)


async def test_its_other_methods_are_understood(server: TelegramStandIn, bot: Bot) -> None:
    user = server.user()
    group = server.group(members=[user], bot="administrator")
    await bot.bot.set_my_commands([BotCommand("when", "متى كان")], language_code="ar")
    await bot.bot.set_my_description("يجيب من النصوص", language_code="ar")
    await bot.bot.set_my_short_description("يجيب من النصوص")
    await bot.bot.send_chat_action(group.id, "typing")
    assert (await bot.bot.get_chat(group.id)).title == "مجلس التاريخ"
    assert (await bot.bot.get_chat_member(group.id, user.id)).status == "creator"
    assert len(await bot.bot.get_chat_administrators(group.id)) == 2
    document = await bot.bot.send_document(group.id, b"text", filename="a.txt", caption="ملف")
    assert document.document is not None
    poll = await bot.bot.send_poll(group.id, "متى؟", ["8", "9"], type="quiz", correct_option_ids=[0])
    assert poll.poll is not None
    assert await bot.bot.delete_message(group.id, poll.message_id)
    assert await bot.bot.leave_chat(group.id)
    assert server.violations == []


async def test_its_exceptions_are_those_of_telegram(
    server: TelegramStandIn, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without it RetryAfter itself raises a deprecation warning.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    group = server.group(members=[server.user()], supergroup=False)
    server.fail("sendMessage", flood(7))
    with pytest.raises(RetryAfter) as wait:
        await bot.bot.send_message(group.id, "x")
    assert wait.value.retry_after == timedelta(seconds=7)
    for broken in (cut(), bad_gateway()):
        server.fail("sendMessage", broken)
        with pytest.raises(NetworkError):
            await bot.bot.send_message(group.id, "x")
    new = group.becomes_supergroup()
    with pytest.raises(ChatMigrated) as moved:
        await bot.bot.send_message(group.id, "x")
    assert moved.value.new_chat_id == new.id
    new.removes_bot(by=server.user())
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await bot.bot.send_message(new.id, "x")
    assert server.violations == []
