from qa_bot.evaluation.everyday import everyday_questions


def test_the_everyday_questions_are_questions_each_once() -> None:
    questions = everyday_questions()
    assert len(questions) == len(set(questions)) == 61
    assert all(question.endswith("؟") for question in questions)
