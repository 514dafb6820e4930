"""What the commands are built on: real parts, each imported when it is first needed. Tests give fakes in their place.

Starting `advisor ask` must not cost the import of a web server or of the index builder; hence no part is imported here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.advisor import CareerAdvisor
    from advisor.settings import Settings


def build_advisor(settings: "Settings") -> "CareerAdvisor":
    from advisor.bootstrap import build_advisor

    return build_advisor(settings)


def serve(advisor: "CareerAdvisor", settings: "Settings") -> None:
    from ui.server import serve

    serve(advisor, settings)


@dataclass(frozen=True)
class Parts:
    advisor: "Callable[[Settings], CareerAdvisor]" = build_advisor
    serve: "Callable[[CareerAdvisor, Settings], None]" = serve
