"""What all tests share: one deterministic way for hypothesis to choose its examples."""

from hypothesis import settings

# No deadline: the first example of a test may be the one that loads a model.
settings.register_profile("same-every-time", derandomize=True, deadline=None, database=None)
settings.load_profile("same-every-time")
