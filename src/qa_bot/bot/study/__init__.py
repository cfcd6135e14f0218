"""Studying together: reading page by page, what comes every day, quizzes and scores."""
