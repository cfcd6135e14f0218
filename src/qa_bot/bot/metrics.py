"""What the bot does, counted in the form that Prometheus reads."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from qa_bot import __version__

_BUCKETS_S = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """Counters of one bot, in a registry of their own; `page` is what Prometheus reads."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._gauge("qa_bot_info", "Always 1; the version is a label.", "version").labels(__version__).set(1)
        self._received = self._counter("qa_bot_updates_received_total", "Updates taken in.")
        self._left_out = self._counter("qa_bot_updates_left_out_total", "Updates of whoever sent too many.")
        self._ended = self._counter("qa_bot_updates_ended_total", "Updates done, or set aside.", "outcome")
        self._answered = self._counter("qa_bot_answers_total", "Questions that the texts answered, or not.", "found")
        self._letters = self._counter("qa_bot_letters_total", "Messages sent, refused, or of unknown fate.", "outcome")
        self._handled = Histogram(
            "qa_bot_update_seconds",
            "From an update's arrival until it is known what to write.",
            buckets=_BUCKETS_S,
            registry=self._registry,
        )
        self._polled = self._gauge("qa_bot_last_poll_timestamp_seconds", "When Telegram last handed out updates.")

    def received(self, updates: int) -> None:
        """Count updates that were taken in."""
        self._received.inc(updates)

    def left_out(self) -> None:
        """Count an update of a user or chat that sent too many."""
        self._left_out.inc()

    def ended(self, outcome: str) -> None:
        """Count an update: done, or set aside."""
        self._ended.labels(outcome).inc()

    def answered(self, *, found: bool) -> None:
        """Count a question, and whether the texts told."""
        self._answered.labels("yes" if found else "no").inc()

    def letter(self, outcome: str) -> None:
        """Count a message, and what became of it."""
        self._letters.labels(outcome).inc()

    def handled(self, seconds: float) -> None:
        """Note how long an update took from its arrival until it is known what to write."""
        self._handled.observe(max(0.0, seconds))

    def polled(self) -> None:
        """Note that Telegram has just handed out updates, or that there are none."""
        self._polled.set_to_current_time()

    def show_waiting(self, waiting: Callable[[], int]) -> None:
        """Show how many updates wait, as `waiting` counts them."""
        self._gauge("qa_bot_updates_waiting", "Updates taken in and not done.").set_function(waiting)

    def page(self) -> bytes:
        """Return all figures in Prometheus's text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, told: str, *labels: str) -> Counter:
        return Counter(name, told, labels, registry=self._registry)

    def _gauge(self, name: str, told: str, *labels: str) -> Gauge:
        return Gauge(name, told, labels, registry=self._registry)
