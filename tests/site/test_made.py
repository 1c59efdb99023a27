"""Files in pieces: the same bytes as whole ones."""

from atlas.site.made import Costly, Long, Made, pieces, what_it_says


def test_pieces_are_the_file() -> None:
    long = Long(lambda: iter((b"a", b"", "å".encode())))
    assert long() == b"".join(pieces(long)) == b"".join(what_it_says(long)) == "aå".encode()
    assert [*pieces(lambda: b"ab")] == [*what_it_says(lambda: b"ab")] == [b"ab"]
    assert Made({"x": long})["x"] == "aå".encode()


def test_what_is_costly_to_write_is_told_apart_by_its_words() -> None:
    written: list[str] = []

    def write(words: object) -> bytes:
        written.append(str(words))
        return b"PK"

    first, other = Costly(lambda: ("a", 1), write), Costly(lambda: ("a", 2), write)
    assert [*what_it_says(first)] == [b"'a'", b"1"] != [*what_it_says(other)]
    assert written == [], "nothing is written to know whether it is the same"
    assert first() == b"PK" and written == ["('a', 1)"]
