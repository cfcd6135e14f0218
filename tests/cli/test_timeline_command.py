import json
import subprocess
import sys
from pathlib import Path

import pytest

from commands import SENTENCE, Done, run


def timeline(texts: Path, tmp_path: Path, *arguments: object) -> Done:
    return run("timeline", *arguments, "--corpus", texts, "--index", tmp_path / "index")


def test_the_list_has_each_event_with_its_number_and_citation(texts: Path, tmp_path: Path) -> None:
    done = timeline(texts, tmp_path, "اليرموك")
    assert done.output.splitlines()[:5] == [
        "الخط الزمني: اليرموك",
        "",
        "1. رجب 15هـ ≈ بين آب/أغسطس وأيلول/سبتمبر 636م",
        f"«{SENTENCE}»",
        "— فلان، وقعة اليرموك، «الوقعة»",
    ]


def test_without_a_name_it_is_of_everything_and_the_rest_follows_the_picture(texts: Path, tmp_path: Path) -> None:
    done = timeline(texts, tmp_path, "--events", 1)
    assert done.output.startswith("الخط الزمني: كل النصوص\n")
    assert done.output.index("1. ") < done.output.index("وهذا ممّا لم تسعه الصورة:") < done.output.index("2. ")
    assert "4. " in done.output


def test_it_is_written_in_the_format_of_each_ending(texts: Path, tmp_path: Path) -> None:
    png, svg, as_json = (tmp_path / f"timeline{ending}" for ending in (".png", ".svg", ".json"))
    done = timeline(texts, tmp_path, "Yarmouk", "-o", png, "-o", svg, "-o", as_json)
    assert png.read_bytes().startswith(b"\x89PNG")
    assert svg.read_text("utf-8").startswith("<?xml")
    known = json.loads(as_json.read_text("utf-8"))
    assert (known["topic"], known["readings"][0]) == ("اليرموك", "اليرموك")
    assert [(event["number"], event["in_picture"], event["sentence"]) for event in known["events"]] == [
        (1, True, SENTENCE)
    ]
    assert done.errors.count("Written:") == 3
    assert sorted(path.name for path in tmp_path.glob("*timeline*")) == [
        "timeline.json",
        "timeline.png",
        "timeline.svg",
    ]


def test_json_goes_to_standard_output_too(texts: Path, tmp_path: Path) -> None:
    assert timeline(texts, tmp_path, "اليرموك", "--json").line["events"][0]["sentence"] == SENTENCE


def test_where_nothing_is_dated_nothing_is_drawn(texts: Path, tmp_path: Path) -> None:
    done = timeline(texts, tmp_path, "نابليون", "-o", tmp_path / "n.png", "-o", tmp_path / "n.json")
    assert (done.status, done.output) == (0, "لا تؤرّخ النصوص شيئًا من ذلك.\n")
    assert "Not written, for there is nothing to draw" in done.errors
    assert not (tmp_path / "n.png").exists()
    assert json.loads((tmp_path / "n.json").read_text("utf-8"))["events"] == []


@pytest.mark.parametrize(
    ("file", "said"),
    [("timeline.pdf", "A timeline ends in one of .png, .svg, .json"), ("none/timeline.png", "There is no folder")],
)
def test_a_file_that_cannot_be_written_is_named_before_anything_is_read(
    texts: Path, tmp_path: Path, file: str, said: str
) -> None:
    done = timeline(texts, tmp_path, "اليرموك", "-o", tmp_path / file)
    assert done.status == 1
    assert said in done.errors
    assert not (tmp_path / "index").exists()


def test_a_request_that_is_too_long_is_one_message(texts: Path, tmp_path: Path) -> None:
    done = timeline(texts, tmp_path, "خالد " * 200)
    assert done.status == 1
    assert "too long" in done.errors


def test_no_other_command_waits_for_the_library_that_draws() -> None:
    every = "from qa_bot.cli.main import make_app; make_app()"
    program = f"{every}; import sys, qa_bot.bot.application; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
