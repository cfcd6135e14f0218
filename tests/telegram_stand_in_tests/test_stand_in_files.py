import httpx

from telegram_stand_in import TelegramStandIn


def test_a_file_that_somebody_sent_can_be_fetched_with_the_token_alone(server: TelegramStandIn) -> None:
    message = server.private().sends_file("بدر.txt", b"words", caption="title")
    told = httpx.get(
        f"{server.url}/bot{server.token}/getFile", params={"file_id": message.content["document"]["file_id"]}
    )
    path = told.json()["result"]["file_path"]
    assert httpx.get(f"{server.url}/file/bot{server.token}/{path}").content == b"words"
    assert httpx.get(f"{server.url}/file/bot1:other/{path}").status_code == 404
    assert httpx.get(f"{server.url}/file/bot{server.token}/documents/none").status_code == 404


def test_what_is_too_big_for_bots_is_not_handed_out(server: TelegramStandIn) -> None:
    message = server.private().sends_file("كبير.txt", bytes(20 * 1024 * 1024 + 1))
    told = httpx.get(
        f"{server.url}/bot{server.token}/getFile", params={"file_id": message.content["document"]["file_id"]}
    )
    assert told.json()["description"] == "Bad Request: file is too big"
