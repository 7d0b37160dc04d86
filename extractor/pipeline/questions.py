"""All that a run would ask, without asking it: what a dry run counts and a batch is made of."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.client.withholding import Withheld
from extractor.documents import read_documents
from extractor.errors import UsageError
from extractor.pipeline.articles import ArticleWork
from extractor.pipeline.models import open_session
from extractor.pipeline.options import RunOptions
from extractor.records import Document


@dataclass(frozen=True, slots=True)
class PutQuestions:
    """What came up: articles that were read, and answers that the response store has already."""

    documents: int
    stored: int


async def put_questions(options: RunOptions, withheld: Withheld) -> PutQuestions:
    """Go through a run with nothing sent; what the response store cannot answer is noted in `withheld`.

    Raises:
        UsageError: the run asks nobody.
        RegistryError: the schema or the prompt is missing.
        StoreError: the response store refuses.
    """
    documents = 0
    async with open_session(options, withheld) as session:
        if session.ledger is None:
            msg = "the strategy `reader` asks no model: there is nothing to count or to send"
            raise UsageError(msg)
        work = ArticleWork(session.extraction, session.strategy, session.ask, session.recheck)
        for item in read_documents(options.paths, options.manifest):
            if isinstance(item, Document):
                documents += 1
                await work.put_questions(item)
        return PutQuestions(documents, session.ledger.cache_hits)
