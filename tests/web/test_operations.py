import httpx

from qa_bot.web.operations import Look, build_operations


def look(fault: str) -> Look:
    async def told() -> str:
        return fault

    return told


async def get(path: str, **looks: str) -> httpx.Response:
    web = build_operations({name: look(fault) for name, fault in looks.items()}, lambda: b"figure 1.0\n")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://bot.test") as client:
        return await client.get(path)


async def test_it_is_healthy_as_long_as_it_answers() -> None:
    answer = await get("/healthz", store="can't be used")
    assert (answer.status_code, answer.text) == (200, "ok")


async def test_it_is_ready_when_every_look_finds_all_well() -> None:
    answer = await get("/readyz", texts="", store="")
    assert (answer.status_code, answer.text) == (200, "texts: ok\nstore: ok\n")


async def test_what_is_wrong_is_told_beside_what_is_well() -> None:
    answer = await get("/readyz", texts="", store="can't be used")
    assert (answer.status_code, answer.text) == (503, "texts: ok\nstore: can't be used\n")


async def test_metrics_are_served_as_prometheus_reads_them() -> None:
    answer = await get("/metrics")
    assert (answer.status_code, answer.text) == (200, "figure 1.0\n")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
