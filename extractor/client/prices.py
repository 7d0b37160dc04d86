"""What tokens cost: as the user says, else as genai-prices knows, which others keep up to date."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.client.ledger import TokenUsage
from extractor.client.options import ModelOptions, Price

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class PriceList:
    """The price of a model at an endpoint, and whose word it is.

    `price` is `None` where nobody knows it. `source` is a phrase for messages.
    """

    price: Price | None
    source: str

    def cost(self, usage: TokenUsage) -> float | None:
        """Dollars for those tokens, rounded to a millionth; `None` where no price is known.

        >>> PriceList(Price(prompt=0.15, completion=0.6), "").cost(TokenUsage(2_000_000, 500_000))
        0.6
        """
        if self.price is None:
            return None
        return round((usage.prompt * self.price.prompt + usage.completion * self.price.completion) / _MILLION, 6)


NO_PRICE = PriceList(None, "no price is known")


def price_list(options: ModelOptions, given: tuple[float, float] | None) -> PriceList:
    """The price of the model that the options name.

    Args:
        options: the model and its endpoint.
        given: dollars for a million prompt tokens and a million completion tokens, which prevail; `None` if not said.
    """
    if given is not None:
        return PriceList(Price(*given), "as --price says")
    if options.endpoint_kind == "loopback":
        return PriceList(Price(0.0, 0.0), "a server of your own: nothing is billed")
    known = _known(options)
    return PriceList(known, "by the list of genai-prices" if known else "no price is known: --price IN OUT says it")


def _known(options: ModelOptions) -> Price | None:
    from genai_prices import Usage, calc_price  # noqa: PLC0415 - 150 ms that a replay need not pay

    try:
        both = calc_price(
            Usage(input_tokens=_MILLION, output_tokens=_MILLION),
            model_ref=options.model,
            provider_api_url=options.base_url,
        )
    except LookupError:
        return None
    return Price(float(both.input_price), float(both.output_price))
