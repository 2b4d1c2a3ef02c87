"""How long an idle OpenMP thread spins before it sleeps; imported before any library that brings an OpenMP.

By default it spins for long. Alone on the machine that is harmless, but with one other busy process on two cores it
made a question of 13 ms take 550 to 1,700 ms. Sleeping at once (OMP_WAIT_POLICY=passive) costs an idle machine 13 ms a
question. 2,000 turns cost nothing when idle and give 80 ms beside a busy process.
"""

import os

SPIN_TURNS = "2000"

# Read once by each OpenMP when it is loaded. What the user has set stays.
os.environ.setdefault("GOMP_SPINCOUNT", SPIN_TURNS)  # noqa: TID251 (set for the libraries, not read)
