#!/bin/sh
# Every text that the program says is in the catalogue, and the other way round.
exec python3 "$2/tests/style/messages.py" "$2"
