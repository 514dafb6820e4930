"""The library as a LangChain retriever, for other LangChain programs. Knows a shelf, not how it searches."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, SkipValidation

from advisor.domain import Found
from advisor.interfaces import Library, Shelf


class LibraryRetriever(BaseRetriever):
    """Passages of the published release as Documents, best first.

    Metadata: passage_id, guide, title, publisher, url, updated, heading, context, start and end of the passage in the
    guide's text, match_start and match_end of the sentence that matched, score, similarity and release.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    shelf: SkipValidation[Shelf]
    limit: int = 8

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        library = self.shelf.current()
        return [_document(found, library) for found in library.search(query, self.limit)]


def _document(found: Found, library: Library) -> Document:
    passage = found.passage
    guide = library.guides[passage.guide_id]
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "passage_id": passage.id,
            "guide": guide.id,
            "title": guide.title,
            "publisher": guide.publisher,
            "url": guide.url,
            "updated": guide.updated,
            "heading": " > ".join(passage.heading),
            "context": passage.context,
            "start": passage.start,
            "end": passage.end,
            "match_start": found.start,
            "match_end": found.end,
            "score": found.score,
            "similarity": found.similarity,
            "release": library.release,
        },
    )
