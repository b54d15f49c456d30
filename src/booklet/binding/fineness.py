"""How fine pictures are in the file: pixels to an inch of paper, and how much JPEG may leave out."""

from booklet.plain_dataclasses import dataclass

# Pixels cost room only where there are many more than wanted; and scaling by a hair makes a picture soft.
_MANY_MORE = 1.25


@dataclass(frozen=True, slots=True)
class Fineness:
    """At most `resolution` pixels to an inch, as the picture is shown. With a `quality` (of JPEG, to 100) every picture is
    coded anew, without one only those that have many more pixels."""

    resolution: float
    quality: int | None = None

    def concerns(self, resolution: float) -> bool:
        """Whether a picture of this resolution is to be changed."""
        return self.quality is not None or resolution > _MANY_MORE * self.resolution


# What printers can show; and the steps by which a file is made smaller when somebody asks for that.
FINE = Fineness(450)
COARSER = (Fineness(300, 85), Fineness(220, 75), Fineness(150, 65), Fineness(110, 50), Fineness(72, 35))
