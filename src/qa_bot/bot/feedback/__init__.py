"""What people think of answers, and which questions the texts don't answer."""
