"""The desk: an account with its parts at hand by id."""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.account import Account, Origin
from rashomon.figure import Figure
from rashomon.report import Report
from rashomon.statement import Statement


@dataclass(frozen=True, slots=True)
class Desk:
    """An account with its parts at hand by id."""

    account: Account
    origins: Mapping[str, Origin]
    reports: Mapping[str, Report]
    figures: Mapping[str, Figure]
    statements: Mapping[str, Statement]

    @classmethod
    def of(cls, account: Account) -> "Desk":
        """The desk of an account."""
        return cls(
            account=account,
            origins={origin.id: origin for origin in account.origins},
            reports={report.id: report for report in account.reports},
            figures={figure.id: figure for figure in account.figures},
            statements={statement.id: statement for statement in account.statements},
        )
