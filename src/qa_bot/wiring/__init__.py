"""Settings → an open service and an open store: the only place that picks them, and where texts meet the index."""
