"""What a circle studies with: the passage of the day, and questions made from the texts."""
