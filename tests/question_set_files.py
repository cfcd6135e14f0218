"""Small question sets on disk."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

# By set: title, paragraph, then question and answer after question and answer.
BATTLES = (
    (
        "معركة اليرموك",
        "كانت معركة اليرموك في رجب سنة خمس عشرة من الهجرة. وقاد المسلمين فيها أبو عبيدة وخالد بن الوليد.",
        ("متى كانت معركة اليرموك؟", "رجب سنة خمس عشرة"),
        ("من قاد المسلمين في معركة اليرموك؟", "خالد بن الوليد"),
    ),
    (
        "معركة أجنادين",
        "وقعت معركة أجنادين في فلسطين بين الرملة وبيت جبرين. وانهزم فيها الروم هزيمة عظيمة.",
        ("أين وقعت معركة أجنادين؟", "بين الرملة وبيت جبرين"),
    ),
)
PLANTS = (
    (
        "زيتون",
        "الزيتون شجرة دائمة الخضرة، تنمو حول البحر المتوسط. ويستخرج من ثمارها زيت الزيتون.",
        ("ماذا يستخرج من ثمار الزيتون؟", "زيت الزيتون"),
    ),
    (
        "نخيل",
        "النخيل شجر من الفصيلة الفوفلية، ثمره التمر. ويعيش في المناطق الحارة.",
        ("ما ثمر النخيل؟", "التمر"),
    ),
)


def write_lines(path: Path, records: Sequence[Mapping[str, object]]) -> None:
    """Write records as JSON Lines."""
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")


def write_question_set(folder: Path, content: Sequence[tuple[object, ...]]) -> Path:
    """Write a question set into `folder` and return it."""
    folder.mkdir()
    texts, questions = [], []
    for at, (title, text, *asked) in enumerate(content):
        texts.append({"_id": f"p{at}", "title": title, "text": text})
        for question, answer in asked:
            answers = [{"text": answer, "start": str(text).find(answer)}]
            questions.append({"_id": f"q{len(questions)}", "text": question, "answers": answers, "doc_id": f"p{at}"})
    write_lines(folder / "corpus.jsonl", texts)
    write_lines(folder / "queries.jsonl", questions)
    return folder
