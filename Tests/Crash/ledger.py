"""What was sent, what was acknowledged, and what must therefore be on disk after every kill."""

import collections
import dataclasses


@dataclasses.dataclass
class Place:
    """One question of one attempt: what was sent, by sequence, and the least sequence that must be there."""

    sent: dict = dataclasses.field(default_factory=dict)
    acknowledged: int = 0


class Ledger:
    def __init__(self):
        self.attempts = collections.defaultdict(lambda: collections.defaultdict(Place))
        # Attempt → whether handing it in was acknowledged.
        self.submissions = {}
        self.acknowledged = 0
        self.unacknowledged = 0

    def send(self, attempt, number, sequence, keys):
        self.attempts[attempt][number].sent[sequence] = frozenset(keys)

    def acknowledge(self, attempt, number, sequence):
        place = self.attempts[attempt][number]
        place.acknowledged = max(place.acknowledged, sequence)
        self.acknowledged += 1

    def compare(self, attempt, stored):
        """Checks one attempt against what a server shows: number → (sequence, keys); returns what is wrong.

        An answer that was stored though its acknowledgement never arrived is counted, and must stay from now on.
        """
        wrong = []
        for number, place in self.attempts[attempt].items():
            sequence, keys = stored.get(number, (0, frozenset()))
            where = f"{attempt} question {number}"
            if sequence < place.acknowledged:
                wrong.append(f"{where}: {place.acknowledged} was acknowledged, {sequence} is stored")
            elif sequence and keys != place.sent.get(sequence):
                wrong.append(f"{where}: {sequence} is stored as {sorted(keys)}, sent as {place.sent.get(sequence)}")
            elif sequence:
                self.unacknowledged += sequence > place.acknowledged
                place.acknowledged = sequence
                place.sent = {sequence: keys}
        return wrong

    def lost(self, attempt, stored):
        """What is missing from one attempt as it lies on disk: number → sequence."""
        return [
            f"{attempt} question {number}: {place.acknowledged} was acknowledged, {stored.get(number, 0)} is on disk"
            for number, place in self.attempts[attempt].items() if stored.get(number, 0) < place.acknowledged]
