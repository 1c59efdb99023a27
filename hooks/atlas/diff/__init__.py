"""Two states of the data as typed changes, and the changes in Swedish sentences."""
